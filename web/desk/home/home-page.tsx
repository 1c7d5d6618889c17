import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { countsQuery } from '../queries.ts';
import { CaseRows } from './case-rows.tsx';
import { DraftRows } from './draft-rows.tsx';
import { ProcessFilter } from './process-filter.tsx';
import { countOf, tabOf, tabs, type Tab } from './tabs.ts';
import { TurnRows } from './turn-rows.tsx';
import { Welcome } from './welcome.tsx';

/** Home: my turns first for those who handle, my applications first for those who apply. Tab and filters live in the address. */
export function HomePage() {
  const { t } = useWords();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const { data: counts } = useQuery(countsQuery);
  const tab = tabOf(search, me);
  const filter = { process: search.get('process') ?? undefined, q: search.get('q') ?? undefined };
  const set = (name: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  const [typed, setTyped] = useState(filter.q ?? '');
  const news = [
    counts?.overdue && t('home.overdue', { count: counts.overdue }),
    counts?.dueSoon && t('home.dueSoon', { count: counts.dueSoon }),
  ].filter(Boolean);
  return (
    <div className="page">
      <div className="title">
        <h1>{t(`home.titles.${tab}`)}</h1>
        {tab === 'todo' && news.length > 0 && <span className="soft">{news.join(t('home.comma'))}</span>}
      </div>
      {tab === 'mine' && <Welcome />}
      <div className="page-tabs">
        <nav aria-label={t('home.lists')}>
          {tabs.map((one) => (
            <Link key={one} to={`/?tab=${one}`} aria-current={one === tab ? 'page' : undefined}>
              <TabName tab={one} count={countOf(one, counts)} />
            </Link>
          ))}
        </nav>
        {tab !== 'drafts' && (
          <span className="tab-filters">
            <ProcessFilter value={filter.process} onChange={(slug) => set('process', slug)} />
            <Input.Search
              className="tab-search"
              allowClear
              value={typed}
              placeholder={t('home.filterHint')}
              aria-label={t('home.filterHint')}
              onChange={(event) => setTyped(event.target.value)}
              onSearch={(text) => set('q', text.trim())}
            />
          </span>
        )}
      </div>
      <TabRows tab={tab} filter={filter} />
    </div>
  );
}

function TabName({ tab, count }: { tab: Tab; count?: number }) {
  const { t } = useWords();
  return (
    <>
      {t(`home.tabs.${tab}`)}
      {count ? <span className="tab-count">{count}</span> : null}
    </>
  );
}

function TabRows({ tab, filter }: { tab: Tab; filter: { process?: string; q?: string } }) {
  switch (tab) {
    case 'todo':
      return <TurnRows state="open" filter={filter} />;
    case 'done':
      return <TurnRows state="done" filter={filter} />;
    case 'substitute':
      return <TurnRows state="delegated-to-me" filter={filter} />;
    case 'mine':
      return <CaseRows view="mine" filter={filter} />;
    case 'copied':
      return <CaseRows view="copied" filter={filter} />;
    case 'drafts':
      return <DraftRows />;
  }
}
