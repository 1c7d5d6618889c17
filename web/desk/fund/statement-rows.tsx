import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { StatementRow } from '../../../api/contract/fund.ts';
import { formatYuan } from '../../../processes/money.ts';
import { sayDay, sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { statementPath } from './fund-address.ts';
import { kindName } from './kind-name.ts';
import { movementOf } from './movement.ts';
import { Yuan } from './yuan.tsx';

interface Props {
  rows: StatementRow[];
  year: number;
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
}

const AT_ONCE = 200;

export function StatementRows({ rows, year, open, onOpen }: Props) {
  const { t } = useWords();
  const [shown, setShown] = useState(AT_ONCE);
  // A line that the address names is there, however far down it stands.
  const named = rows.findIndex((row) => row.id === open);
  const some = rows.slice(0, Math.max(shown, named + 1));
  return (
    <div className="ledger">
      <div className="ledger-head" aria-hidden="true">
        <span>{t('fund.statement.at')}</span>
        <span>{t('fund.statement.what')}</span>
        <span>{t('fund.statement.paper')}</span>
        <span>{t('fund.statement.moved')}</span>
        <span className="sum">{t('fund.statement.amount')}</span>
        <span className="sum">{t('fund.statement.balance')}</span>
      </div>
      <ul>
        {some.map((row) => (
          <Line key={row.id} row={row} year={year} open={row.id === open} onOpen={onOpen} />
        ))}
      </ul>
      {some.length < rows.length && (
        <div className="more">
          <Button onClick={() => setShown(some.length + AT_ONCE)}>
            {t('fund.statement.more', { count: Math.min(AT_ONCE, rows.length - some.length) })}
          </Button>
        </div>
      )}
    </div>
  );
}

function Line({ row, year, open, onOpen }: { row: StatementRow; open: boolean } & Pick<Props, 'year' | 'onOpen'>) {
  const { t, say, language } = useWords();
  const { from, to, amountFen } = movementOf(row, year);
  const about = row.case
    ? [row.case.number, row.program, row.school && say(row.school.name)].filter(Boolean).join(' ')
    : (row.source?.payer ?? '');
  return (
    <li className={open ? 'open' : ''}>
      <button
        type="button"
        className="ledger-line"
        aria-expanded={open}
        title={t(open ? 'fund.statement.fold' : 'fund.statement.unfold')}
        onClick={() => onOpen(open ? undefined : row.id)}
      >
        <span className="at">{sayDay(row.at, language)}</span>
        <span className="what">
          <b>{t(kindName(row.kind))}</b>
          <small>{about}</small>
        </span>
        <span className="paper">{row.voucher ?? row.source?.document ?? ''}</span>
        <span className="moved">
          {from.map(say).join('、')} {t('fund.statement.arrow')} {to.map(say).join('、')}
        </span>
        <span className="sum" data-label={t('fund.statement.amount')}>
          {formatYuan(amountFen)}
        </span>
        <span className="sum soft" data-label={t('fund.statement.balance')}>
          {formatYuan(row.balanceFen)}
        </span>
      </button>
      {open && <Unfolded row={row} year={year} />}
    </li>
  );
}

/** Down to the voucher, the order and the case, and the entries as the ledger holds them. */
function Unfolded({ row, year }: { row: StatementRow; year: number }) {
  const { t, say, language } = useWords();
  const word = <
    K extends
      | 'at'
      | 'by'
      | 'case'
      | 'school'
      | 'voucher'
      | 'order'
      | 'source'
      | 'payer'
      | 'document'
      | 'receivedOn'
      | 'id',
  >(
    key: K,
  ) => t(`fund.statement.facts.${key}`);
  return (
    <div className="ledger-open">
      <dl className="facts">
        <dt>{word('at')}</dt>
        <dd>{sayMoment(row.at, language)}</dd>
        <dt>{word('by')}</dt>
        <dd>{row.by?.name ?? t('fund.statement.facts.system')}</dd>
        {row.case && (
          <>
            <dt>{word('case')}</dt>
            <dd>
              <Link to={`/cases/${row.case.id}`}>
                {row.case.number} {row.case.title}
              </Link>
            </dd>
          </>
        )}
        {row.school && (
          <>
            <dt>{word('school')}</dt>
            <dd>{say(row.school.name)}</dd>
          </>
        )}
        {row.orderNumber && (
          <>
            <dt>{word('order')}</dt>
            <dd>
              <Link to={`/fund/orders/${row.orderNumber}`}>{row.orderNumber}</Link>
            </dd>
          </>
        )}
        {row.voucher && (
          <>
            <dt>{word('voucher')}</dt>
            <dd>{row.voucher}</dd>
          </>
        )}
        {row.source && (
          <>
            <dt>{word('source')}</dt>
            <dd>{say(row.source.kind.name)}</dd>
            <dt>{word('payer')}</dt>
            <dd>{row.source.payer}</dd>
            <dt>{word('document')}</dt>
            <dd>{row.source.document}</dd>
            <dt>{word('receivedOn')}</dt>
            <dd>{sayDay(row.source.receivedOn, language)}</dd>
          </>
        )}
        <dt>{word('id')}</dt>
        <dd>{row.id}</dd>
      </dl>
      <div>
        <table className="entries">
          <caption>{t('fund.statement.entries')}</caption>
          <tbody>
            {row.lines.map((line) => (
              <tr key={`${line.year}:${line.account}`}>
                <th scope="row">
                  {line.year} {say(line.name)}
                </th>
                <td>
                  <Yuan fen={line.amountFen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {row.case && <Link to={statementPath({ year, caseId: row.case.id })}>{t('fund.statement.wholeCase')}</Link>}
      </div>
    </div>
  );
}
