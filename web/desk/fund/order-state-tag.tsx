import type { PaymentOrder } from '../../../api/contract/fund.ts';
import { useWords } from '../../words/language.ts';

const tones: Record<PaymentOrder['state'], string> = {
  ordered: 'amber',
  'handed-over': 'info',
  paid: 'ok',
  returned: 'seal',
  cancelled: '',
};

export function OrderStateTag({ state }: { state: PaymentOrder['state'] }) {
  const { t } = useWords();
  return <span className={`tag ${tones[state]}`}>{t(`fund.orders.names.${state}`)}</span>;
}

export const isOpen = ({ state }: Pick<PaymentOrder, 'state'>): boolean =>
  state === 'ordered' || state === 'handed-over';
