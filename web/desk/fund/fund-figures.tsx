import type { FundView } from '../../../api/contract/fund.ts';
import { formatYuan } from '../../../processes/money.ts';
import { useWords } from '../../words/language.ts';
import { Yuan } from './yuan.tsx';

const ofTheFund = ['receivedFen', 'availableFen'] as const;
const ofPrograms = ['reservedFen', 'committedFen', 'paidFen', 'clawingBackFen', 'clawedBackFen'] as const;

/** The sums in figures, each with what it means. Of some programs alone: what is theirs. */
export function FundFigures({ total, whole }: { total: FundView['total']; whole: boolean }) {
  const { t } = useWords();
  return (
    <dl className="fund-figures">
      {[...(whole ? ofTheFund : []), ...ofPrograms].map((key) => (
        <div key={key} className={key}>
          <dt>{t(`fund.sums.${key}`)}</dt>
          <dd>
            <Yuan fen={key === 'receivedFen' ? total.receivedFen + total.carriedInFen : total[key]} />
            {(key !== 'receivedFen' || total.carriedInFen > 0) && (
              <small>{t(`fund.notes.${key}`, { amount: formatYuan(total.carriedInFen) })}</small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
