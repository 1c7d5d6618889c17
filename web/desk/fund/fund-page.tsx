import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { formatYuan } from '../../../processes/money.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { holds, useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { bys, statementPath } from './fund-address.ts';
import { FundFigures } from './fund-figures.tsx';
import { FundFilters, useAddress } from './fund-filters.tsx';
import { FundFrame } from './fund-frame.tsx';
import { MoneyReceived } from './money-received.tsx';
import { fundQuery } from './queries.ts';
import { SliceTable } from './slice-table.tsx';
import { barsOf, slicesOf } from './slices.ts';
import { YearEnd } from './year-end.tsx';

/** The chart's library is large: the figures do not wait for it. */
const FundBars = lazy(async () => ({ default: (await import('./fund-bars.tsx')).FundBars }));

/** 基金总览: what is there, reserved, committed, paid and clawed back, by year, school, industry or program. */
export function FundPage() {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { address, change } = useAddress();
  const { year, unitId, industry, by } = address;
  const whole = !unitId && !industry;
  const { data: fund, error, refetch } = useQuery(fundQuery(address));
  const manages = holds(me, 'fund-manager');
  const slices = useMemo(() => (fund ? slicesOf(fund, by, whole) : []), [fund, by, whole]);
  const bars = useMemo(() => barsOf(slices), [slices]);
  const latest = fund?.years.at(-1)?.year;
  if (error) return <TroubleNote error={error} again={refetch} />;
  return (
    <FundFrame
      tab="overview"
      acts={
        manages &&
        fund && (
          <>
            <YearEnd fund={fund} />
            <MoneyReceived sources={fund.sources} />
          </>
        )
      }
    >
      <FundFilters year={year} everyYear />
      {!fund && <Bones lines={6} height={48} />}
      {fund && fund.years.length === 0 && (
        <div className="card">
          <Empty what={t('fund.none')} how={t('fund.noneHow')} />
        </div>
      )}
      {fund && fund.years.length > 0 && (
        <>
          <FundFigures total={fund.total} whole={whole} />
          {whole && (
            <p className="soft fund-promise">
              {t('fund.minimum', {
                amount: formatYuan(fund.minimum.amountFen),
                clause: fund.minimum.clause,
                received: formatYuan(fund.minimum.receivedFen),
              })}{' '}
              <span className={fund.minimum.met ? 'tag ok' : 'tag amber'}>
                {t(fund.minimum.met ? 'fund.minimumMet' : 'fund.minimumBelow')}
              </span>
            </p>
          )}
          <section className="card">
            <header className="fund-cut">
              <Segmented
                value={by}
                aria-label={t('fund.by.name')}
                onChange={(chosen) => change({ by: chosen }, true)}
                options={bys.map((one) => ({ value: one, label: t(`fund.by.${one}`) }))}
              />
              {!whole && <span className="soft">{t('fund.part')}</span>}
            </header>
            {slices.length === 0 ? (
              <Empty what={t('fund.nonePart')}>
                <Button onClick={() => change({ unitId: undefined, industry: undefined, year: undefined })}>
                  {t('fund.clear')}
                </Button>
              </Empty>
            ) : (
              <>
                <Suspense fallback={<Bones lines={3} height={30} />}>
                  <FundBars
                    bars={bars}
                    onChoose={(part) =>
                      void navigate(statementPath({ year: year ?? latest, unitId, industry, ...part }))
                    }
                  />
                </Suspense>
                <SliceTable slices={slices} by={by} part={{ year: year ?? latest, unitId, industry }} />
              </>
            )}
          </section>
        </>
      )}
    </FundFrame>
  );
}
