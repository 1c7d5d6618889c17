import { useQuery } from '@tanstack/react-query';
import { App, Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { problemOf } from '../api.ts';
import { saveFile } from '../fund/save-file.ts';
import { holds, useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { filtersOf, useBoardAddress, views } from './board-address.ts';
import { BoardFilters } from './board-filters.tsx';
import { BoardKanban } from './board-kanban.tsx';
import { BoardList } from './board-list.tsx';
import { BoardTimeline } from './board-timeline.tsx';
import { boardQuery } from './queries.ts';
import '../../look/items.css';

/** 任务看板: everything the joint meeting gave out, as a list, by light, or in time. */
export function ItemsPage() {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const me = useMe();
  const { address, change, clear } = useBoardAddress();
  const filters = filtersOf(address);
  const { data, error, refetch } = useQuery(boardQuery(filters));
  const { view, lights } = address;
  const items = useMemo(
    () => data?.items.filter(({ light }) => lights.length === 0 || lights.includes(light)),
    [data, lights],
  );
  const exportSheet = async () => {
    const said = new URLSearchParams(
      Object.entries({ ...filters, light: lights.join(',') }).filter(([, value]) => value),
    );
    await saveFile(`/api/v1/action-items.xlsx?${said}`, language).catch((failed: unknown) =>
      message.error(problemOf(failed).detail || t('problem.unreachable')),
    );
  };
  if (error) return <TroubleNote error={error} again={refetch} />;
  return (
    <div className="page items">
      <div className="title">
        <h1>{t('items.title')}</h1>
        <span className="title-acts">
          <Link to="/items/bulletins">{t('items.bulletins')}</Link>
          <Link to="/items/scores">{t('items.scores')}</Link>
          <Link to="/items/wall">{t('items.wall')}</Link>
          <Button onClick={() => void exportSheet()}>{t('items.sheet')}</Button>
          {holds(me, 'secretariat') && (
            <Link to="/items/new" className="ant-btn-link-like">
              <Button type="primary">{t('items.make')}</Button>
            </Link>
          )}
        </span>
      </div>
      <BoardFilters
        {...{ address, change }}
        counts={data?.counts}
        units={data?.units ?? []}
        meetings={data?.meetings ?? []}
      />
      <div className="board-head">
        <Segmented
          value={view}
          aria-label={t('items.views.name')}
          onChange={(chosen) => change({ view: chosen === 'list' ? undefined : chosen })}
          options={views.map((value) => ({ value, label: t(`items.views.${value}`) }))}
        />
        {items && <span className="soft">{t('items.count', { count: items.length })}</span>}
        {data?.truncated && <span className="soft">{t('items.truncated')}</span>}
      </div>
      {!items && <Bones lines={8} height={46} />}
      {items?.length === 0 && (
        <div className="card">
          <Empty what={t('items.none')} how={t('items.noneHow')}>
            <Button onClick={clear}>{t('items.clear')}</Button>
          </Empty>
        </div>
      )}
      {items && items.length > 0 && view === 'list' && <BoardList items={items} />}
      {items && items.length > 0 && view === 'kanban' && <BoardKanban items={items} lights={lights} />}
      {items && data && items.length > 0 && view === 'timeline' && <BoardTimeline items={items} today={data.today} />}
    </div>
  );
}
