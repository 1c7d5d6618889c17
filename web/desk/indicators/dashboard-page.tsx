import { useQuery } from '@tanstack/react-query';
import { App, Button, Segmented, Select } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { exportIndicators } from '../../../api/contract/indicators.ts';
import { routeUrl } from '../../../api/contract/client.ts';
import type { IndicatorView } from '../../../api/contract/indicators.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { problemOf } from '../api.ts';
import { saveFile } from '../fund/save-file.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { IndicatorCard } from './indicator-card.tsx';
import { indicatorsQuery } from './queries.ts';
import { ReportsDue } from './reports-due.tsx';
import '../../look/indicators.css';

/** The chart's library is large: the figures do not wait for it. */
const HowFar = lazy(async () => ({ default: (await import('./how-far.tsx')).HowFar }));

const states = ['below', 'on-the-way', 'met', 'no-data'] as const;
const stateWords = { met: 'met', below: 'below', 'on-the-way': 'onTheWay', 'no-data': 'noData' } as const;

/** 指标看板: target against actual, distance, trend, and who holds it back. Year and filter stand in the address. */
export function DashboardPage() {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year')) || undefined;
  const shown = search.get('state') ?? 'all';
  const { data, error, refetch } = useQuery(indicatorsQuery(year));
  const items = useMemo(
    () => (data?.items ?? []).filter(({ state }) => shown === 'all' || state === shown),
    [data, shown],
  );
  const charted = useMemo(() => items.filter(({ value, target }) => value && target), [items]);
  if (error) return <TroubleNote error={error} again={refetch} />;
  const change = (key: string, value: string | undefined) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const count = (state: IndicatorView['state']) => data?.items.filter((one) => one.state === state).length ?? 0;
  const save = async () => {
    try {
      const name = await saveFile(routeUrl(exportIndicators, { query: { year } }), language);
      message.success(t('indicators.exported', { name }));
    } catch (failure) {
      message.error(problemOf(failure).detail || t('problem.unreachable'));
    }
  };
  return (
    <div className="page">
      <div className="title">
        <div>
          <h1>{t('indicators.title')}</h1>
          {data && <p className="soft">{t('indicators.about', { clause: data.clause, year: data.year })}</p>}
        </div>
        <span className="indicator-acts">
          {data && (
            <Select
              value={data.year}
              aria-label={t('indicators.year')}
              onChange={(chosen) => change('year', String(chosen))}
              options={[...new Set([data.year, ...data.years])].map((one) => ({
                value: one,
                label: t('indicators.yearName', { year: one }),
              }))}
            />
          )}
          <Button onClick={() => void save()}>{t('indicators.export')}</Button>
        </span>
      </div>
      <ReportsDue />
      {!data && <Bones lines={6} height={60} />}
      {data && (
        <div className="indicator-filter">
          <Segmented
            value={shown}
            onChange={(chosen) => change('state', chosen === 'all' ? undefined : chosen)}
            options={[
              { value: 'all', label: `${t('indicators.all')} ${data.items.length}` },
              ...states.map((state) => ({
                value: state,
                label: `${t(`indicators.counts.${stateWords[state]}`)} ${count(state)}`,
              })),
            ]}
          />
          <span className="indicator-acts">
            <Link to="/registers/institutions">{t('indicators.registersLink')}</Link>
            <Link to="/progress">{t('indicators.publicLink')}</Link>
          </span>
        </div>
      )}
      {data && items.length === 0 && (
        <div className="card">
          <Empty what={t('indicators.none')} />
        </div>
      )}
      {charted.length > 0 && (
        <section className="card">
          <h2>{t('indicators.chartTitle')}</h2>
          <Suspense fallback={<Bones lines={4} height={30} />}>
            <HowFar items={charted} />
          </Suspense>
        </section>
      )}
      <div className="indicator-cards">
        {items.map((one) => (
          <IndicatorCard key={one.id} of={one} />
        ))}
      </div>
    </div>
  );
}
