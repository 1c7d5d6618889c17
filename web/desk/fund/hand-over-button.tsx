import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { routeUrl } from '../../../api/contract/client.ts';
import { handOverOrders, type PaymentOrder } from '../../../api/contract/fund.ts';
import { formatYuan, sumFen } from '../../../processes/money.ts';
import { useWords } from '../../words/language.ts';
import { problemOf } from '../api.ts';
import { saveFile } from './save-file.ts';

interface Props {
  orders: PaymentOrder[];
  primary?: boolean;
  onDone?: () => void;
}

/** 导出送财政: the file with the account numbers whole; from then on the orders are with finance. */
export function HandOverButton({ orders, primary, onDone }: Props) {
  const { t, language } = useWords();
  const { modal, message } = App.useApp();
  const cache = useQueryClient();
  const numbers = orders.map(({ number }) => number);
  const save = async () => {
    try {
      const name = await saveFile(routeUrl(handOverOrders), language, { numbers });
      message.success(t('fund.statement.exported', { name }));
      onDone?.();
    } catch (error) {
      modal.warning({
        title: t('fund.orders.handOver'),
        content: problemOf(error).detail || t('problem.unreachable'),
      });
    }
    await cache.invalidateQueries({ queryKey: ['fund'] });
  };
  const ask = () =>
    void modal.confirm({
      title: t('fund.orders.handOverAsk', {
        count: orders.length,
        amount: formatYuan(sumFen(orders.map(({ amountFen }) => amountFen))),
      }),
      content: t('fund.orders.handOverAbout'),
      okText: t('fund.orders.handOver'),
      onOk: save,
    });
  return (
    <Button type={primary ? 'primary' : 'default'} disabled={orders.length === 0} onClick={ask}>
      {t('fund.orders.handOver')}
    </Button>
  );
}
