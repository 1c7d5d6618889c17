import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { BoardItem } from '../../../api/contract/action-items.ts';
import type { Light } from '../../../processes/meeting-action-items/lights.ts';
import { Bones } from '../../pieces/bones.tsx';
import { sayDay, sayTime } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { LightMark, Progress } from './light-mark.tsx';
import { boardQuery } from './queries.ts';
import { pagesOf, roomFor } from './wall-pages.ts';
import '../../look/items.css';

const READ_EVERY_MS = 60_000;
const TURN_EVERY_MS = 12_000;
const counted: Light[] = ['red', 'orange', 'yellow', 'green'];

/** 大屏: for the meeting room. Big counts, then what is red, orange and yellow, a page at a time; reads itself again each minute. */
export function WallPage() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const wall = useRef<HTMLDivElement>(null);
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...boardQuery({ state: 'all' }),
    refetchInterval: READ_EVERY_MS,
  });
  const rows = useRoom(wall);
  const pages = useMemo(() => pagesOf(data?.items ?? [], rows), [data, rows]);
  const page = useTurning(pages.length);
  if (error) return <TroubleNote error={error} again={refetch} />;
  const counts = data?.counts;
  const closed = data?.items.filter(({ state }) => state === 'closed').length;
  const late = data?.items.filter((item) => item.late && item.closedOn === null).length;
  return (
    <div className="wall" ref={wall}>
      <header>
        <h1>{t('items.wallPage.title')}</h1>
        <span className="wall-acts">
          <small>{t('items.wallPage.updated', { time: sayTime(new Date(dataUpdatedAt)) })}</small>
          <Button onClick={() => void wall.current?.requestFullscreen()}>{t('items.wallPage.full')}</Button>
          <Button
            onClick={() => {
              if (document.fullscreenElement) void document.exitFullscreen();
              void navigate('/items');
            }}
          >
            {t('items.wallPage.leave')}
          </Button>
        </span>
      </header>
      <div className="wall-counts">
        {counted.map((light) => (
          <div key={light} className={light}>
            <b>{counts?.[light] ?? '–'}</b>
            <LightMark light={light} />
          </div>
        ))}
        <div className="blue">
          <b>{closed ?? '–'}</b>
          <span>{t('items.wallPage.closed')}</span>
        </div>
        <div className="late">
          <b>{late ?? '–'}</b>
          <span>{t('items.wallPage.late')}</span>
        </div>
      </div>
      {!data && <Bones lines={6} height={56} />}
      {data && pages.length === 0 && <p className="wall-calm">{t('items.wallPage.calm')}</p>}
      <ul className="wall-rows">
        {(pages[page] ?? []).map((item) => (
          <Row key={item.id} item={item} language={language} />
        ))}
      </ul>
      {pages.length > 1 && <footer>{t('items.wallPage.page', { n: page + 1, of: pages.length })}</footer>}
    </div>
  );
}

function Row({ item, language }: { item: BoardItem; language: 'zh' | 'en' }) {
  const { say } = useWords();
  return (
    <li className={item.light}>
      <LightMark light={item.light} />
      <b>{item.content}</b>
      <span>{say(item.lead.name)}</span>
      <span>{sayDay(item.dueOn, language)}</span>
      <span>{say(item.reason)}</span>
      <Progress percent={item.percent} light={item.light} />
    </li>
  );
}

/** How many rows the screen has room for. */
function useRoom(wall: React.RefObject<HTMLDivElement | null>): number {
  const [rows, setRows] = useState(8);
  useEffect(() => {
    const measure = () => setRows(roomFor(wall.current?.clientHeight ?? window.innerHeight));
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [wall]);
  return rows;
}

function useTurning(pages: number): number {
  const [page, setPage] = useState(0);
  useEffect(() => {
    const turning = setInterval(() => setPage((now) => (pages === 0 ? 0 : (now + 1) % pages)), TURN_EVERY_MS);
    return () => clearInterval(turning);
  }, [pages]);
  return pages === 0 ? 0 : page % pages;
}
