import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Bones } from '../../pieces/bones.tsx';
import { useWords } from '../../words/language.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { indicatorQuery, indicatorsQuery } from './queries.ts';
import { RecordsTable } from './records-table.tsx';
import { ReportsTable } from './reports-table.tsx';
import { StateTag } from './state-tag.tsx';
import { UnitsTable } from './units-table.tsx';
import '../../look/indicators.css';

const Trend = lazy(async () => ({ default: (await import('./trend.tsx')).Trend }));

/** One indicator explained: numerator, denominator, units, and the rows behind it. */
export function IndicatorPage() {
  const { t, say } = useWords();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year')) || undefined;
  const { data: of, error, refetch } = useQuery(indicatorQuery(id, year));
  const { data: list } = useQuery(indicatorsQuery(year));
  if (error) return <TroubleNote error={error} again={refetch} />;
  if (!of) return <Bones lines={6} height={60} />;
  const sign = of.kind === 'share' ? '' : ` ${of.kind === 'money' ? t('indicators.yuan') : say(of.chartUnit)}`;
  return (
    <div className="page">
      <p className="soft">
        <Link to={`/indicators?year=${of.year}`}>{t('indicators.back')}</Link>
      </p>
      <div className="title">
        <h1>
          {say(of.name)} <StateTag of={of} />
        </h1>
        <Select
          value={of.year}
          aria-label={t('indicators.year')}
          onChange={(chosen) => setSearch({ year: String(chosen) }, { replace: true })}
          options={[...new Set([of.year, ...(list?.years ?? [])])].map((one) => ({
            value: one,
            label: t('indicators.yearName', { year: one }),
          }))}
        />
      </div>
      <div className="indicator-page">
        <section className="card">
          <dl className="indicator-facts">
            <div>
              <dt>{t('indicators.actual')}</dt>
              <dd>
                {of.value ? (
                  <>
                    <b>{of.value.text}</b>
                    {sign}
                  </>
                ) : (
                  <b className="soft">{t('indicators.noData')}</b>
                )}
              </dd>
            </div>
            <div>
              <dt>{t('indicators.target')}</dt>
              <dd>
                {of.target ? (
                  <>
                    <b>{t('indicators.atLeast', { target: of.target.text })}</b>
                    {sign}
                  </>
                ) : (
                  <b className="soft">—</b>
                )}
              </dd>
            </div>
            <div>
              <dt>{t('indicators.distance')}</dt>
              <dd>
                <b>{of.missing ? say(of.missing) : of.state === 'met' ? t('indicators.reached') : '—'}</b>
              </dd>
            </div>
          </dl>
          <h2>{t('indicators.explained')}</h2>
          <p>{say(of.explanation)}</p>
          {of.reason && of.value && <p className="note-box amber">{say(of.reason)}</p>}
          {of.notes.map((note) => (
            <p key={note.zh} className="note-box amber">
              {say(note)}
            </p>
          ))}
          <p className="soft">
            {t('indicators.inCharge')}：{say(of.unit.name)}　{t('indicators.basis')}：{of.clause}　{say(of.levelText)}
          </p>
        </section>
        <section className="card">
          <h2>{t('indicators.trend')}</h2>
          <Suspense fallback={<Bones lines={4} height={50} />}>
            <Trend of={of} />
          </Suspense>
        </section>
      </div>
      {of.byUnit.length > 0 && <UnitsTable of={of} />}
      {of.reports.length > 0 && <ReportsTable of={of} />}
      {of.records.length > 0 && <RecordsTable of={of} />}
    </div>
  );
}
