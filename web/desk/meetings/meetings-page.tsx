import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { MeetingRow } from '../../../api/contract/meetings.ts';
import { purposeNames } from '../../../processes/names.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { holds, useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { CaseStateTag } from '../state-tags.tsx';
import { CallMeeting } from './call-meeting.tsx';
import { meetingsQuery, type WhichMeetings } from './queries.ts';
import '../../look/meetings.css';
import { More } from '../more.tsx';

const which: WhichMeetings[] = ['all', 'open', 'published'];

/** 联席会议: the latest first; what waits for me is said on its row. */
export function MeetingsPage() {
  const { t } = useWords();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const [calling, setCalling] = useState(false);
  const state = which.find((one) => one === search.get('state')) ?? 'all';
  const list = useInfiniteQuery(meetingsQuery(state));
  const { data, error, refetch } = list;
  const rows = data?.pages.flatMap(({ items }) => items);
  if (error) return <TroubleNote error={error} again={refetch} />;
  return (
    <div className="page meetings">
      <div className="title">
        <h1>{t('meetings.title')}</h1>
        {holds(me, 'secretariat') && (
          <Button type="primary" onClick={() => setCalling(true)}>
            {t('meetings.call')}
          </Button>
        )}
      </div>
      <Segmented
        value={state}
        aria-label={t('meetings.which.name')}
        onChange={(chosen) => setSearch(chosen === 'all' ? {} : { state: chosen }, { replace: true })}
        options={which.map((one) => ({ value: one, label: t(`meetings.which.${one}`) }))}
      />
      {!rows && <Bones lines={4} height={56} />}
      {rows?.length === 0 && (
        <div className="card">
          <Empty what={t('meetings.none')} how={t('meetings.noneHow')} />
        </div>
      )}
      {rows && rows.length > 0 && (
        <div className="row-list">
          <ul>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </div>
      )}
      <More list={list} />
      {calling && <CallMeeting onClose={() => setCalling(false)} />}
    </div>
  );
}

function Row({ row }: { row: MeetingRow }) {
  const { t, say, language } = useWords();
  const mine = row.mine.map((purpose) => say(purposeNames[purpose])).join('、');
  return (
    <li className="row meeting-row">
      <Link to={`/meetings/${row.id}`} className="item">
        <b>{row.title}</b>
        <small>
          <span className="no">{row.minutesNumber ?? row.number}</span>　{row.place}
        </small>
        {mine && <small className="mine">{t('meetings.mine', { what: mine })}</small>}
      </Link>
      <span className="when">
        {sayDay(row.heldOn, language)} {row.startsAt}
      </span>
      <span className="soft">{t('meetings.topicCount', { count: row.topics })}</span>
      <span>
        {row.stage ? (
          <span className="tag info">{say(row.stage.name)}</span>
        ) : (
          <CaseStateTag state={row.state} business={row.businessState} />
        )}
      </span>
    </li>
  );
}
