import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { ItemView } from '../../../api/contract/action-items.ts';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { PageBones } from '../shell/frame.tsx';
import { TroubleNote } from '../shell/trouble.tsx';
import { ItemActs } from './item-acts.tsx';
import { ItemJournal } from './item-journal.tsx';
import { ItemTags, LightMark, Progress } from './light-mark.tsx';
import { itemQuery } from './queries.ts';
import '../../look/items.css';

/** One item: what, by whom, until when; its light day by day; what was reported, with the evidence. */
export function ItemPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const { data: item, error, refetch } = useQuery(itemQuery(id));
  useEffect(() => {
    if (item) document.title = `${item.number} ${item.content} · ${t('brand.name')}`;
    return () => {
      document.title = t('brand.title');
    };
  }, [item, t]);
  if (error) return <TroubleNote error={error} again={refetch} />;
  if (!item) return <PageBones />;
  return (
    <div className="page items item-page">
      <p className="item-back">
        <Link to="/items">{t('items.back')}</Link>
        {item.seesCase && <Link to={`/cases/${item.id}`}>{t('items.seeCase')}</Link>}
      </p>
      <Head item={item} />
      <div className="cols">
        <div>
          <Facts item={item} />
          <ItemJournal item={item} />
        </div>
        <div>
          <ItemActs item={item} />
          <Milestones item={item} />
          <Runs item={item} />
        </div>
      </div>
    </div>
  );
}

function Head({ item }: { item: ItemView }) {
  const { say } = useWords();
  return (
    <header className={`item-head ${item.light}`}>
      <div>
        <p>
          <LightMark light={item.light} /> <span className="soft">{say(item.reason)}</span>
        </p>
        <h1>{item.content}</h1>
        <p>
          <span className="no">{item.number}</span> <ItemTags item={item} />
        </p>
      </div>
      <Progress percent={item.percent} light={item.light} />
    </header>
  );
}

function Facts({ item }: { item: ItemView }) {
  const { t, say, language } = useWords();
  const day = (date: string) => sayDay(date, language);
  const names = item.supporting.map(({ name }) => say(name)).join('、');
  return (
    <section className="card facts-card">
      <dl className="item-facts">
        <dt className="start">{t('items.measure')}</dt>
        <dd className="wide">{item.measure}</dd>
        <dt className="start">{t('items.source')}</dt>
        <dd className="wide">{[item.meeting, item.topic, item.clause].filter(Boolean).join(' · ')}</dd>
        <dt className="start">{t('items.lead')}</dt>
        <dd>{say(item.lead.name)}</dd>
        <dt>{t('items.due')}</dt>
        <dd>
          {day(item.dueOn)}
          {item.askedDueOn !== item.dueOn && (
            <small className="soft">{t('items.rolled', { asked: day(item.askedDueOn) })}</small>
          )}
          {item.extensions > 0 && (
            <small className="soft">{t('items.extended', { day: day(item.firstDueOn), count: item.extensions })}</small>
          )}
        </dd>
        <dt>{t('items.contact')}</dt>
        <dd>
          {item.contact?.name ?? t('items.noContact')}
          {item.contactGone && <span className="tag amber">{t('items.contactGone')}</span>}
        </dd>
        {item.leader && (
          <>
            <dt>{t('items.leader')}</dt>
            <dd>{item.leader.name}</dd>
          </>
        )}
        {names && (
          <>
            <dt className="start">{t('items.supports')}</dt>
            <dd className="wide">
              {item.supports.map(({ unit, confirmedOn }) => (
                <span key={unit.id} className={confirmedOn ? 'tag ok' : 'tag'}>
                  {say(unit.name)}{' '}
                  {confirmedOn ? t('items.confirmed', { day: day(confirmedOn) }) : t('items.notConfirmed')}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Milestones({ item }: { item: ItemView }) {
  const { t, language } = useWords();
  if (item.milestones.length === 0) return null;
  return (
    <section className="card">
      <h3>{t('items.milestones')}</h3>
      <ul className="milestones">
        {item.milestones.map(({ number, name, dueOn, doneOn }) => (
          <li key={number} className={doneOn ? 'done' : ''}>
            <b>{name}</b>
            <small>
              {doneOn
                ? t('items.milestoneDone', { day: sayDay(doneOn, language) })
                : t('items.milestoneDue', { day: sayDay(dueOn, language) })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every change of light, the latest first, over a strip of all days. */
function Runs({ item }: { item: ItemView }) {
  const { t, say, language } = useWords();
  const day = (date: string) => sayDay(date, language);
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return (
    <section className="card">
      <h3>{t('items.runs')}</h3>
      <p className="soft">{t('items.runsAbout')}</p>
      <div className="run-strip" aria-hidden="true">
        {item.runs.map(({ light, from, to }) => (
          <i key={from} className={light} style={{ flexGrow: days(from, to) }} />
        ))}
      </div>
      <ul className="runs">
        {item.runs.toReversed().map(({ light, from, to, reason }) => (
          <li key={from}>
            <LightMark light={light} />
            <span>
              {from === to ? day(from) : t('items.days', { from: day(from), to: day(to) })}
              <small>{say(reason)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
