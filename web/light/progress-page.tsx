import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contract } from '../../api/contract/index.ts';
import type { RouteResponse } from '../../api/contract/route.ts';
import { Bones } from '../pieces/bones.tsx';
import { useWords } from '../words/language.ts';
import { ask, problemOf } from './ask.ts';
import { ProblemNote } from './problem-note.tsx';

type Progress = RouteResponse<Contract['listPublicIndicators']>;
type Item = Progress['items'][number];

/** 实施进展: the plan's indicators for everybody. Plain bars; the words beside them say it all. */
export function ProgressPage() {
  const { t, say } = useWords();
  const [year, setYear] = useState<number | undefined>(
    Number(new URLSearchParams(location.search).get('year')) || undefined,
  );
  const { data, error, refetch } = useQuery({
    queryKey: ['progress', year],
    queryFn: () => ask('listPublicIndicators', { query: { year } }),
  });
  if (error) return <ProblemNote problem={problemOf(error)} again={refetch} />;
  if (!data) return <Bones lines={8} height={56} />;
  const choose = (chosen: number) => {
    history.replaceState(null, '', `?year=${chosen}`);
    setYear(chosen);
  };
  const years = [...new Set([data.year, ...data.years])].toSorted((a, b) => b - a);
  return (
    <>
      <h1>{t('progress.title')}</h1>
      <p className="soft">
        {t('progress.about', { district: say(data.district), plan: say(data.plan), number: data.planNumber })}
      </p>
      <p>
        <label>
          {t('progress.year')}{' '}
          <select value={data.year} onChange={({ target }) => choose(Number(target.value))}>
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      </p>
      {data.items.map((item) => (
        <Figure key={item.id} item={item} />
      ))}
      <p className="note">{t('progress.exact')}</p>
    </>
  );
}

const tones: Record<Item['state'], string> = { met: 'jade', below: 'amber', 'on-the-way': '', 'no-data': '' };

function Figure({ item }: { item: Item }) {
  const { t, say } = useWords();
  const { value, target, state } = item;
  const percent = value && target && target.charted > 0 ? Math.min(100, (value.charted / target.charted) * 100) : 0;
  const sign = item.kind === 'money' ? ` ${t('progress.yuan')}` : '';
  return (
    <section className="card progress-item">
      <h2>
        {say(item.name)} <span className={`tag ${tones[state]}`}>{say(item.stateText)}</span>
      </h2>
      <p>
        <b className="progress-value">{value ? `${value.text}${sign}` : t('progress.noData')}</b>{' '}
        <span className="soft">
          {target && t('progress.target', { target: `${target.text}${sign}` })}
          {item.missing && `　${say(item.missing)}`}
        </span>
      </p>
      {value && target && (
        <span className="progress-bar" aria-hidden="true">
          <i className={state === 'met' ? 'reached' : ''} style={{ width: `${percent}%` }} />
        </span>
      )}
      <p className="soft progress-foot">
        {[
          item.of ? t('progress.share', { part: say(item.counts), whole: say(item.of) }) : say(item.counts),
          item.clause,
          say(item.unit.name),
        ].join(' · ')}
      </p>
      <Years item={item} />
    </section>
  );
}

function Years({ item }: { item: Item }) {
  const known = item.series.filter(({ value }) => value);
  if (known.length < 2) return null;
  const most = Math.max(...known.map(({ value }) => value?.charted ?? 0)) || 1;
  return (
    <ol className="progress-years">
      {known.map(({ year, value }) => (
        <li key={year}>
          <span>{year}</span>
          <i aria-hidden="true" style={{ width: `${((value?.charted ?? 0) / most) * 100}%` }} />
          <b>{value?.text}</b>
        </li>
      ))}
    </ol>
  );
}
