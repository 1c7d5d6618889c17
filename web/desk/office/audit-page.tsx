import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { ChainCheck } from './chain-check.tsx';

/** For the auditor: is the record whole, and who looked at what. */
export function AuditPage() {
  const { t } = useWords();
  return (
    <div className="page">
      <div className="title">
        <h1>{t('nav.audit')}</h1>
      </div>
      <ChainCheck />
      <SecurityLog />
    </div>
  );
}

function SecurityLog() {
  const { t, language } = useWords();
  const [action, setAction] = useState('');
  const list = useInfiniteQuery({
    queryKey: ['security-log', action],
    queryFn: ({ pageParam }) => api.listSecurityEvents({ query: { cursor: pageParam, action: action || undefined } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const items = list.data?.pages.flatMap((page) => page.items);
  if (list.error) return <TroubleNote error={list.error} again={list.refetch} />;
  return (
    <section className="card">
      <header className="title">
        <h2>{t('audit.log')}</h2>
        <Input.Search
          allowClear
          placeholder={t('audit.filter')}
          aria-label={t('audit.filter')}
          style={{ width: 220 }}
          onSearch={(typed) => setAction(typed.trim())}
        />
      </header>
      <p className="soft">{t('audit.logAbout')}</p>
      {!items && <Bones lines={6} />}
      {items?.length === 0 && <Empty what={t('audit.none')} />}
      {items && items.length > 0 && (
        <table className="rows-view">
          <thead>
            <tr>
              {(['at', 'who', 'action', 'target', 'reason', 'ip'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`audit.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td data-label={t('audit.columns.at')}>{sayMoment(one.at, language)}</td>
                <td data-label={t('audit.columns.who')}>{one.userName ?? '—'}</td>
                <td data-label={t('audit.columns.action')}>{one.action}</td>
                <td data-label={t('audit.columns.target')}>{one.target ?? '—'}</td>
                <td data-label={t('audit.columns.reason')}>{one.reason ?? '—'}</td>
                <td data-label={t('audit.columns.ip')}>{one.ip ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <div className="more">
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </section>
  );
}
