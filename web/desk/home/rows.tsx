import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import type { Tab } from './tabs.ts';
import { More } from '../more.tsx';

interface Props {
  list: {
    isPending: boolean;
    error: unknown;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  /** Rows at hand; undefined while the first page loads. */
  count: number | undefined;
  head: ReactNode;
  empty: Tab | 'search';
  filtered: boolean;
  checkable?: boolean;
  children: ReactNode;
}

/** A list of the home page: head, rows, what stands there when it is empty, and more. */
export function Rows({ list, count, head, empty, filtered, checkable, children }: Props) {
  const { t } = useWords();
  const me = useMe();
  if (list.error) return <TroubleNote error={list.error} again={list.refetch} />;
  if (list.isPending) return <Bones lines={6} height={54} />;
  if (count === 0) {
    return (
      <div className="card">
        <Empty
          what={filtered ? t('home.noneFiltered') : t(`home.none.${empty}`)}
          how={filtered ? '' : t(`home.noneHow.${empty}`)}
        >
          {empty === 'mine' && !filtered && me.mayApply.length > 0 && <Link to="/new">{t('shell.apply')}</Link>}
        </Empty>
      </div>
    );
  }
  return (
    <div className={checkable ? 'row-list checkable' : 'row-list'}>
      <div className="row head-row" aria-hidden="true">
        {head}
      </div>
      <ul>{children}</ul>
      <More list={list} />
    </div>
  );
}
