import { useInfiniteQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/language.ts';
import { assignmentsQuery, type ListFilter } from '../queries.ts';
import { BatchBar } from './batch-bar.tsx';
import { Rows } from './rows.tsx';
import { TurnRow } from './turn-row.tsx';

type State = 'open' | 'done' | 'delegated-to-me';

const emptyOf = { open: 'todo', done: 'done', 'delegated-to-me': 'substitute' } as const;

/** 待办, 已办, 代理给我的: one row a turn; plain reviews may be approved together. */
export function TurnRows({ state, filter }: { state: State; filter: ListFilter }) {
  const { t } = useWords();
  const list = useInfiniteQuery(assignmentsQuery(state, filter));
  const [chosen, setChosen] = useState<string[]>([]);
  const items = list.data?.pages.flatMap((page) => page.items);
  const batch = state === 'done' ? [] : (items?.filter((turn) => turn.batch) ?? []);
  const picked = batch.filter((turn) => chosen.includes(turn.id));
  const head = (
    <>
      {batch.length > 0 ? (
        <Checkbox
          checked={picked.length === batch.length}
          indeterminate={picked.length > 0 && picked.length < batch.length}
          onChange={(event) => setChosen(event.target.checked ? batch.map((turn) => turn.id) : [])}
          aria-label={t('home.chooseAll')}
        />
      ) : (
        <span />
      )}
      <span>{t('home.columns.case')}</span>
      <span>{t('home.columns.from')}</span>
      <span>{t('home.columns.stage')}</span>
      <span>{t(state === 'done' ? 'home.columns.result' : 'home.columns.due')}</span>
    </>
  );
  return (
    <>
      <BatchBar picked={picked} onDone={() => setChosen([])} />
      <Rows
        list={list}
        count={items?.length}
        head={head}
        empty={emptyOf[state]}
        checkable={batch.length > 0}
        filtered={Boolean(filter.q || filter.process)}
      >
        {items?.map((turn) => (
          <TurnRow
            key={turn.id}
            turn={turn}
            checkable={batch.length > 0}
            checked={chosen.includes(turn.id)}
            onCheck={(checked) =>
              setChosen((before) => (checked ? [...before, turn.id] : before.filter((one) => one !== turn.id)))
            }
          />
        ))}
      </Rows>
    </>
  );
}
