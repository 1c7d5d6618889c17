import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PaymentOrder } from '../../../api/contract/fund.ts';
import { formatYuan, sumFen } from '../../../processes/money.ts';
import { Bones } from '../../pieces/bones.tsx';
import { DueWords } from '../../pieces/due-words.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { holds, useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { FundFrame } from './fund-frame.tsx';
import { HandOverButton } from './hand-over-button.tsx';
import { isOpen, OrderStateTag } from './order-state-tag.tsx';
import { PayDialog } from './pay-dialog.tsx';
import { ordersQuery, orderStates, type OrderState } from './queries.ts';
import { More } from '../more.tsx';

/** 拨付通知: what is to be paid, was paid, was sent back. The fund manager hands orders to finance and enters vouchers; others read. */
export function OrdersPage() {
  const { t } = useWords();
  const me = useMe();
  const [search] = useSearchParams();
  const state = orderStates.find((one) => one === search.get('state')) ?? 'open';
  const list = useInfiniteQuery(ordersQuery(state));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [paying, setPaying] = useState<PaymentOrder>();
  if (list.error) return <TroubleNote error={list.error} again={list.refetch} />;
  const items = list.data?.pages.flatMap((page) => page.items);
  const manages = holds(me, 'fund-manager');
  // What was paid meanwhile falls out of the choice by itself.
  const picked = (items ?? []).filter((order) => isOpen(order) && chosen.includes(order.number));
  return (
    <FundFrame
      tab="orders"
      acts={
        manages &&
        state === 'open' &&
        (items?.length ?? 0) > 0 && <HandOverButton orders={picked} primary onDone={() => setChosen([])} />
      }
    >
      <div className="order-tabs">
        <nav aria-label={t('fund.orders.lists')}>
          {orderStates.map((one) => (
            <Link key={one} to={`/fund/orders?state=${one}`} aria-current={one === state ? 'page' : undefined}>
              {t(`fund.orders.states.${one}`)}
            </Link>
          ))}
        </nav>
        {picked.length > 0 && (
          <span className="soft" role="status">
            {t('fund.orders.chosen', {
              count: picked.length,
              amount: formatYuan(sumFen(picked.map(({ amountFen }) => amountFen))),
            })}
          </span>
        )}
      </div>
      {!items && <Bones lines={6} height={54} />}
      {items?.length === 0 && (
        <div className="card">
          <Empty what={t(`fund.orders.none.${state}`)} how={t('fund.orders.noneHow')} />
        </div>
      )}
      {items && items.length > 0 && (
        <div className="orders">
          <ul>
            {items.map((order) => (
              <OrderRow
                key={order.number}
                order={order}
                state={state}
                manages={manages}
                checked={chosen.includes(order.number)}
                onCheck={(checked) =>
                  setChosen((before) =>
                    checked ? [...before, order.number] : before.filter((number) => number !== order.number),
                  )
                }
                onPay={() => setPaying(order)}
              />
            ))}
          </ul>
          <More list={list} />
        </div>
      )}
      {paying && <PayDialog order={paying} onClose={() => setPaying(undefined)} />}
    </FundFrame>
  );
}

interface RowProps {
  order: PaymentOrder;
  state: OrderState;
  manages: boolean;
  checked: boolean;
  onCheck: (checked: boolean) => void;
  onPay: () => void;
}

function OrderRow({ order, state, manages, checked, onCheck, onPay }: RowProps) {
  const { t, say, language } = useWords();
  const open = isOpen(order);
  return (
    <li className={manages && state === 'open' ? 'with-check' : ''}>
      {manages && state === 'open' && (
        <Checkbox
          checked={checked}
          onChange={(event) => onCheck(event.target.checked)}
          aria-label={t('fund.orders.choose', { number: order.number })}
        />
      )}
      <Link to={`/fund/orders/${order.number}`} className="item">
        <b>{`${say(order.school.name)} · ${order.program}`}</b>
        <small>
          <span className="no">{order.number}</span>
          {`　${say(order.instalment)}`}
        </small>
      </Link>
      <span className="amount">
        <b>{formatYuan(order.amountFen)}</b>
        <small>{order.voucher ?? t('fund.orders.orderedOn', { on: sayDay(order.orderedAt, language) })}</small>
      </span>
      <span className="state">
        <OrderStateTag state={order.state} />
        {open && <DueWords due={order.due} />}
      </span>
      <span className="act">
        {manages && open && order.assignmentId && (
          <Button size="small" onClick={onPay}>
            {t('fund.orders.pay')}
          </Button>
        )}
      </span>
    </li>
  );
}
