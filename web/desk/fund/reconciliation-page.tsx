import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReconciliationCheck } from '../../../api/contract/fund.ts';
import { Bones } from '../../pieces/bones.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { FundFrame } from './fund-frame.tsx';
import { reconciliationQuery } from './queries.ts';
import { Yuan } from './yuan.tsx';

/** 核对, for auditor and fund manager: does everything add up to zero, and does the ledger agree with the cases. Nothing can be changed here. */
export function ReconciliationPage() {
  const { t, language } = useWords();
  const { data, error, refetch, isFetching } = useQuery(reconciliationQuery);
  if (error) return <TroubleNote error={error} again={refetch} />;
  const wrong = data?.checks.filter(({ ok }) => !ok).length ?? 0;
  return (
    <FundFrame
      tab="reconciliation"
      acts={
        <Button onClick={() => void refetch()} loading={isFetching}>
          {t('fund.reconciliation.again')}
        </Button>
      }
    >
      {!data && <Bones lines={5} height={52} />}
      {data && (
        <>
          <div className={data.ok ? 'note-box ok' : 'note-box seal'} role="status">
            <b>{data.ok ? t('fund.reconciliation.ok') : t('fund.reconciliation.bad', { count: wrong })}</b>{' '}
            <span className="soft">{t('fund.reconciliation.at', { at: sayMoment(data.at, language) })}</span>
          </div>
          <p className="soft check-about">{t('fund.reconciliation.about')}</p>
          {data.checks.map((check) => (
            <Check key={check.id} check={check} />
          ))}
        </>
      )}
    </FundFrame>
  );
}

function Check({ check }: { check: ReconciliationCheck }) {
  const { t, say } = useWords();
  return (
    <section className="card check">
      <header>
        <span className={check.ok ? 'tag ok' : 'tag seal'}>
          {t(check.ok ? 'fund.reconciliation.agrees' : 'fund.reconciliation.differs')}
        </span>
        <h3>{say(check.name)}</h3>
        <span className="soft">{say(check.detail)}</span>
      </header>
      {check.deviations.length > 0 && (
        <table className="money-table">
          <thead>
            <tr>
              <th scope="col">{t('fund.reconciliation.columns.what')}</th>
              <th scope="col" className="sum">
                {t('fund.reconciliation.columns.expected')}
              </th>
              <th scope="col" className="sum">
                {t('fund.reconciliation.columns.found')}
              </th>
            </tr>
          </thead>
          <tbody>
            {check.deviations.map(({ what, expectedFen, foundFen }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td data-label={t('fund.reconciliation.columns.expected')}>
                  <Yuan fen={expectedFen} />
                </td>
                <td data-label={t('fund.reconciliation.columns.found')}>
                  <Yuan fen={foundFen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {check.deviations.length >= 100 && <p className="soft">{t('fund.reconciliation.first')}</p>}
    </section>
  );
}
