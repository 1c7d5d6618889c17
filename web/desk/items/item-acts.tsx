import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DecideAction } from '../../../api/contract/actions.ts';
import type { ItemView } from '../../../api/contract/action-items.ts';
import type { Verdict } from '../../../processes/case.ts';
import { purposeNames } from '../../../processes/names.ts';
import { useWords } from '../../words/language.ts';
import { DecideDialog } from '../case/decide-dialog.tsx';
import { ItemActDialog } from './item-act-dialog.tsx';

type Open = { turn: DecideAction; verdict: Verdict } | { act: ItemView['acts'][number] };

/** My turns on the item, then what else I may do with it. */
export function ItemActs({ item }: { item: ItemView }) {
  const { t, say } = useWords();
  const cache = useQueryClient();
  const [open, setOpen] = useState<Open>();
  const close = () => {
    setOpen(undefined);
    void cache.invalidateQueries({ queryKey: ['case', item.id] });
  };
  const nothing = item.turns.length === 0 && item.acts.length === 0;
  return (
    <section className="card item-acts">
      <h3>{t('items.acts.title')}</h3>
      {nothing && <p className="soft">{t('items.acts.none')}</p>}
      {item.turns.map((turn) => (
        <div key={turn.assignmentId} className="turn-acts">
          <small className="soft">{say(purposeNames[turn.purpose])}</small>
          {turn.verdicts.map(({ verdict, label, tone }) => (
            <Button
              key={verdict}
              block
              type={tone === 'primary' ? 'primary' : 'default'}
              danger={tone === 'danger'}
              onClick={() => setOpen({ turn, verdict })}
            >
              {say(label)}
            </Button>
          ))}
        </div>
      ))}
      {item.acts.map((act) => (
        <Button key={act} block onClick={() => setOpen({ act })}>
          {t(`items.acts.${act}`)}
        </Button>
      ))}
      {open && 'turn' in open && (
        <DecideDialog file={{ id: item.id }} action={open.turn} verdict={open.verdict} onClose={close} />
      )}
      {open && 'act' in open && <ItemActDialog item={item} act={open.act} onClose={close} />}
    </section>
  );
}
