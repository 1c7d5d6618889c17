import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { BulletinView } from '../../../api/contract/bulletins.ts';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { saveFile } from '../fund/save-file.ts';
import { PageBones } from '../shell/frame.tsx';
import { TroubleNote } from '../shell/trouble.tsx';
import { useBulletinName } from './bulletins-page.tsx';
import { LightMark, Progress } from './light-mark.tsx';
import { bulletinQuery } from './queries.ts';
import '../../look/items.css';

/** 月通报: as its month ended. The secretariat reads it, adds a preface and publishes it. */
export function BulletinPage() {
  const { month = '' } = useParams();
  const { t, language } = useWords();
  const { message } = App.useApp();
  const name = useBulletinName();
  const { data, error, refetch } = useQuery(bulletinQuery(month));
  if (error) return <TroubleNote error={error} again={refetch} />;
  if (!data) return <PageBones />;
  const save = (what: 'document' | 'sheet') =>
    saveFile(`/api/v1/action-items/bulletins/${month}/${what}`, language).catch((failed: unknown) =>
      message.error(problemOf(failed).detail || t('problem.unreachable')),
    );
  const { red, orange, yellow, green } = data.counts;
  return (
    <div className="page items bulletin">
      <p className="item-back">
        <Link to="/items/bulletins">{t('items.bulletinPage.title')}</Link>
      </p>
      <div className="title">
        <h1>{name(month)}</h1>
        <span className="title-acts">
          {data.state === 'draft' && <span className="tag amber">{t('items.bulletinPage.draft')}</span>}
          <Button onClick={() => void save('document')}>{t('items.bulletinPage.pdf')}</Button>
          <Button onClick={() => void save('sheet')}>{t('items.bulletinPage.sheet')}</Button>
        </span>
      </div>
      {data.mayPublish ? <Publish month={month} preface={data.preface} /> : data.preface && <p>{data.preface}</p>}
      <p className="bulletin-summary">
        {t('items.bulletinPage.summary', {
          ...{ day: sayDay(data.on, language), open: red + orange + yellow + green, red, orange, yellow, green },
          ...{ opened: data.opened, closed: data.closed, late: data.late },
        })}
      </p>
      <Units data={data} />
      <Items data={data} />
    </div>
  );
}

function Publish({ month, preface }: { month: string; preface: string }) {
  const { t } = useWords();
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const [typed, setTyped] = useState(preface);
  const publish = () =>
    modal.confirm({
      title: t('items.bulletinPage.publish'),
      content: t('items.bulletinPage.publishAsk'),
      okText: t('items.bulletinPage.publish'),
      onOk: async () => {
        try {
          await api.publishBulletin({ params: { month }, body: { preface: typed.trim() } });
          message.success(t('items.bulletinPage.publishDone'));
        } catch (error) {
          message.error(problemOf(error).detail || t('problem.unreachable'));
        }
        await cache.invalidateQueries({ queryKey: ['items', 'bulletins'] });
      },
    });
  return (
    <section className="card">
      <h3>{t('items.bulletinPage.preface')}</h3>
      <Input.TextArea
        rows={3}
        maxLength={2000}
        value={typed}
        aria-label={t('items.bulletinPage.preface')}
        placeholder={t('items.bulletinPage.prefaceHint')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="card-end">
        <Button type="primary" onClick={publish}>
          {t('items.bulletinPage.publish')}
        </Button>
      </p>
    </section>
  );
}

function Units({ data }: { data: BulletinView }) {
  const { t, say } = useWords();
  const lights = ['red', 'orange', 'yellow', 'green'] as const;
  return (
    <section className="card">
      <h3>{t('items.bulletinPage.units')}</h3>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('items.bulletinPage.unit')}</th>
              {lights.map((light) => (
                <th key={light}>{t(`items.lightShort.${light}`)}</th>
              ))}
              <th>{t('items.bulletinPage.closed')}</th>
              <th>{t('items.bulletinPage.late')}</th>
              <th>{t('items.bulletinPage.score')}</th>
            </tr>
          </thead>
          <tbody>
            {data.units.map(({ unit, counts, closed, late, score }) => (
              <tr key={unit.id}>
                <td>{say(unit.name)}</td>
                {lights.map((light) => (
                  <td key={light}>{counts[light]}</td>
                ))}
                <td>{closed}</td>
                <td>{late}</td>
                <td>{score}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Items({ data }: { data: BulletinView }) {
  const { t, say, language } = useWords();
  return (
    <section className="card">
      <h3>{t('items.bulletinPage.items')}</h3>
      <ul className="bulletin-items">
        {data.items.map((item) => (
          <li key={item.id}>
            <LightMark light={item.light} />
            <Link to={`/items/${item.id}`} className="item">
              <b>{item.title}</b>
              <small>
                <span className="no">{item.number}</span> {say(item.reason)}
              </small>
            </Link>
            <Progress percent={item.percent} light={item.light} />
            <span>
              {sayDay(item.dueOn, language)}
              {item.late && <span className="tag seal">{t('items.late')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
