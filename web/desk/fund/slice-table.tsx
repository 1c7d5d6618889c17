import { Link } from 'react-router';
import { sumFen } from '../../../processes/money.ts';
import { useWords } from '../../words/language.ts';
import { statementPath, type By, type FundAddress } from './fund-address.ts';
import { layers, type Slice } from './slices.ts';
import { Yuan } from './yuan.tsx';

const columns = [...layers, 'clawedBackFen'] as const;

/** The chart's figures; each name leads to its statement, a program's also to its case. */
export function SliceTable({ slices, by, part }: { slices: Slice[]; by: By; part: Partial<FundAddress> }) {
  const { t, say } = useWords();
  const shown = columns.filter(
    (column) => column !== 'availableFen' || slices.some((slice) => slice.availableFen !== undefined),
  );
  return (
    <table className="money-table">
      <thead>
        <tr>
          <th scope="col">{t(`fund.columns.${by}`)}</th>
          {shown.map((column) => (
            <th key={column} scope="col" className="sum">
              {t(`fund.sums.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {slices.map((slice) => (
          <tr key={slice.key}>
            <th scope="row">
              <Link to={statementPath({ ...part, ...slice.part })} title={t('fund.drill', { name: say(slice.name) })}>
                {say(slice.name)}
              </Link>
              {slice.programs !== undefined && <small>{t('fund.count', { count: slice.programs })}</small>}
              {slice.caseId && (
                <small>
                  {slice.note && `${say(slice.note)}　`}
                  <Link to={`/cases/${slice.caseId}`}>{t('fund.inCase')}</Link>
                </small>
              )}
            </th>
            {shown.map((column) => (
              <td key={column} data-label={t(`fund.sums.${column}`)}>
                <Yuan fen={slice[column] ?? 0} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {slices.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{t('fund.total')}</th>
            {shown.map((column) => (
              <td key={column} data-label={t(`fund.sums.${column}`)}>
                <Yuan fen={sumFen(slices.map((slice) => slice[column] ?? 0))} />
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}
