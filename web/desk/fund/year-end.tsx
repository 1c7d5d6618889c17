import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { FundView } from '../../../api/contract/fund.ts';
import { formatYuan } from '../../../processes/money.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { thisYear } from './today.ts';

/** 年末结余: offered while a year that has ended still has money that is free. */
export function YearEnd({ fund }: { fund: FundView }) {
  const { t } = useWords();
  const { modal, message } = App.useApp();
  const cache = useQueryClient();
  const current = thisYear();
  const ended = fund.years.find(({ year, availableFen }) => year < current && availableFen > 0);
  if (!ended) return null;
  const { year, availableFen } = ended;
  const close = async () => {
    try {
      await api.closeYear({ body: { year } }, { idempotencyKey: crypto.randomUUID() });
      message.success(t('fund.yearEnd.done', { year }));
    } catch (error) {
      message.error(problemOf(error).detail || t('problem.unreachable'));
    }
    await cache.invalidateQueries({ queryKey: ['fund'] });
  };
  const words = fund.yearEnd === 'carry-over' ? 'fund.yearEnd.carry' : 'fund.yearEnd.return';
  return (
    <Button
      onClick={() =>
        void modal.confirm({
          title: t('fund.yearEnd.name', { year }),
          content: t(words, { year, amount: formatYuan(availableFen) }),
          onOk: close,
        })
      }
    >
      {t('fund.yearEnd.name', { year })}
    </Button>
  );
}
