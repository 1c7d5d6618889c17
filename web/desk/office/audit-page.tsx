import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { zhDesk } from '../../words/zh-desk.ts';
import { api } from '../api.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { ChainCheck } from './chain-check.tsx';
import { More } from '../more.tsx';

type Action = keyof typeof zhDesk.audit.actions;
const actions = Object.keys(zhDesk.audit.actions) as Action[];

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
  const [action, setAction] = useState<Action>();
  const list = useInfiniteQuery({
    queryKey: ['security-log', action],
    queryFn: ({ pageParam }) => api.listSecurityEvents({ query: { cursor: pageParam, action } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  /** A newer server may log what this page has no word for. */
  const sayAction = (name: string) => {
    const known = actions.find((one) => one === name);
    return known ? t(`audit.actions.${known}`) : name;
  };
  const items = list.data?.pages.flatMap((page) => page.items);
  if (list.error) return <TroubleNote error={list.error} again={list.refetch} />;
  return (
    <section className="card">
      <header className="title">
        <h2>{t('audit.log')}</h2>
        <Select
          allowClear
          placeholder={t('audit.all')}
          aria-label={t('audit.filter')}
          style={{ width: 200 }}
          value={action}
          onChange={(chosen: Action | undefined) => setAction(chosen)}
          options={actions.map((one) => ({ value: one, label: t(`audit.actions.${one}`) }))}
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
                <td data-label={t('audit.columns.action')}>{sayAction(one.action)}</td>
                <td data-label={t('audit.columns.target')}>{one.target ?? '—'}</td>
                <td data-label={t('audit.columns.reason')}>{one.reason ?? '—'}</td>
                <td data-label={t('audit.columns.ip')}>{one.ip ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More list={list} />
    </section>
  );
}
