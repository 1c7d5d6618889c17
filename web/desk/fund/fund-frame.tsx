import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/language.ts';
import { holds, useMe } from '../me.ts';
import '../../look/fund.css';

export type FundTab = 'overview' | 'statement' | 'orders' | 'reconciliation';

const paths: Record<FundTab, string> = {
  overview: '/fund',
  statement: '/fund/statement',
  orders: '/fund/orders',
  reconciliation: '/fund/reconciliation',
};

/** The pages of the fund: one title, a tab for each, and what may be done on the one shown. */
export function FundFrame({ tab, acts, children }: { tab: FundTab; acts?: ReactNode; children: ReactNode }) {
  const { t } = useWords();
  const me = useMe();
  const reconciles = holds(me, 'auditor', 'fund-manager');
  const tabs = (Object.keys(paths) as FundTab[]).filter((one) => one !== 'reconciliation' || reconciles);
  return (
    <div className="page fund">
      <div className="title">
        <h1>{t('fund.title')}</h1>
        {acts && <span className="title-acts">{acts}</span>}
      </div>
      <div className="page-tabs">
        <nav aria-label={t('fund.pages')}>
          {tabs.map((one) => (
            <Link key={one} to={paths[one]} aria-current={one === tab ? 'page' : undefined}>
              {t(`fund.tabs.${one}`)}
            </Link>
          ))}
        </nav>
      </div>
      {children}
    </div>
  );
}
