import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatYuan } from '../../../processes/money.ts';
import { Bones } from '../../pieces/bones.tsx';
import { DueWords } from '../../pieces/due-words.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { holds, useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { statementPath } from './fund-address.ts';
import { HandOverButton } from './hand-over-button.tsx';
import { isOpen, OrderStateTag } from './order-state-tag.tsx';
import { PayDialog } from './pay-dialog.tsx';
import { orderQuery } from './queries.ts';
import '../../look/fund.css';

/** One payment order: whom, how much, for which instalment; who handed it over, who paid it with which voucher. */
export function OrderPage() {
  const { t, say, language } = useWords();
  const me = useMe();
  const { number = '' } = useParams();
  const { data: order, error, refetch } = useQuery(orderQuery(number));
  const [paying, setPaying] = useState(false);
  if (error) return <TroubleNote error={error} again={refetch} />;
  if (!order) {
    return (
      <div className="page">
        <Bones lines={6} height={32} />
      </div>
    );
  }
  const manages = holds(me, 'fund-manager');
  const by = (at: string, name: string | undefined) =>
    name ? t('fund.orders.by', { at: sayMoment(at, language), name }) : sayMoment(at, language);
  const facts: [string, React.ReactNode][] = [
    [
      t('fund.orders.facts.case'),
      <Link key="case" to={`/cases/${order.case.id}`}>
        {order.case.number} {order.case.title}
      </Link>,
    ],
    [t('fund.orders.facts.instalment'), say(order.instalment)],
    [t('fund.orders.facts.school'), say(order.school.name)],
    [t('fund.orders.facts.accountName'), order.payee.accountName],
    [t('fund.orders.facts.bank'), order.payee.bank],
    [t('fund.orders.facts.accountNumber'), order.payee.accountNumber],
    [t('fund.orders.facts.orderedAt'), sayMoment(order.orderedAt, language)],
    ...(order.handedOverAt
      ? [[t('fund.orders.facts.handedOver'), by(order.handedOverAt, order.handedOverBy?.name)] as [string, string]]
      : []),
    ...(order.closedAt
      ? [[t('fund.orders.facts.closed'), by(order.closedAt, order.closedBy?.name)] as [string, string]]
      : []),
    ...(order.voucher ? [[t('fund.orders.facts.voucher'), order.voucher] as [string, string]] : []),
    ...(isOpen(order) && order.due
      ? [[t('fund.orders.facts.due'), <DueWords key="due" due={order.due} />] as [string, React.ReactNode]]
      : []),
  ];
  const year = Number(order.orderedAt.slice(0, 4));
  return (
    <div className="page fund">
      <p>
        <Link to="/fund/orders">← {t('fund.orders.back')}</Link>
      </p>
      <div className="title">
        <div>
          <h1>
            <span className="no">{order.number}</span> <OrderStateTag state={order.state} />
          </h1>
          <p className="order-amount">{formatYuan(order.amountFen)} 元</p>
        </div>
        {manages && isOpen(order) && (
          <span className="title-acts">
            <HandOverButton orders={[order]} />
            {order.assignmentId && (
              <Button type="primary" onClick={() => setPaying(true)}>
                {t('fund.orders.pay')}
              </Button>
            )}
          </span>
        )}
      </div>
      <section className="card">
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {manages && isOpen(order) && <p className="soft order-hint">{t('fund.orders.sentBack')}</p>}
      </section>
      <section className="card">
        <h2>{t('fund.orders.ofCase')}</h2>
        <ul className="plain-list">
          {order.ofCase.map((one) => (
            <li key={one.number}>
              <span>
                {one.number === order.number ? (
                  <b className="no">{one.number}</b>
                ) : (
                  <Link to={`/fund/orders/${one.number}`} className="no">
                    {one.number}
                  </Link>
                )}{' '}
                {say(one.instalment)} <OrderStateTag state={one.state} />
              </span>
              <span className="yuan">
                {formatYuan(one.amountFen)}
                {one.voucher && <small className="soft"> {one.voucher}</small>}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <Link to={statementPath({ year, caseId: order.case.id })}>{t('fund.orders.trail')}</Link>
        </p>
      </section>
      {paying && <PayDialog order={order} onClose={() => setPaying(false)} />}
    </div>
  );
}
