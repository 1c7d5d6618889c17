import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Bones } from '../pieces/bones.tsx';
import { Empty } from '../pieces/empty.tsx';
import { sayDay, sayDeadline } from '../pieces/moments.ts';
import { useWords } from '../words/language.ts';
import { ask, problemOf } from './ask.ts';
import { ProblemNote } from './problem-note.tsx';

type Period = 'current' | 'past';

export function NoticeList() {
  const { t } = useWords();
  const [period, setPeriod] = useState<Period>(
    new URLSearchParams(location.search).get('state') === 'past' ? 'past' : 'current',
  );
  const choose = (next: Period) => {
    history.replaceState(null, '', next === 'past' ? '?state=past' : location.pathname);
    setPeriod(next);
  };
  return (
    <>
      <h1>{t('notices.title')}</h1>
      <p className="soft">{t('notices.about')}</p>
      <div className="light-tabs" role="tablist">
        {(['current', 'past'] as const).map((which) => (
          <button key={which} type="button" role="tab" aria-selected={period === which} onClick={() => choose(which)}>
            {t(`notices.${which}`)}
          </button>
        ))}
      </div>
      <Notices key={period} period={period} />
    </>
  );
}

function Notices({ period }: { period: Period }) {
  const { t, say, language } = useWords();
  const list = useInfiniteQuery({
    queryKey: ['notices', 'list', period],
    queryFn: ({ pageParam }) => ask('listNotices', { query: { state: period, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (list.error) return <ProblemNote problem={problemOf(list.error)} again={list.refetch} />;
  if (!list.data) return <Bones lines={5} height={48} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty what={t(`notices.none.${period}`)} how={t('notices.noneHow')} />;
  return (
    <>
      <ul className="light-list">
        {items.map((notice) => (
          <li key={notice.id}>
            <a href={`/notices/${encodeURIComponent(notice.id)}`}>
              <b>{notice.title}</b>
              <span className={`tag ${notice.state === 'open' ? 'jade' : notice.state === 'suspended' ? 'amber' : ''}`}>
                {say(notice.stateText)}
              </span>
              <small>
                {say(notice.process)}　{sayDay(notice.publishedAt, language)} – {sayDeadline(notice.endsAt, language)}
              </small>
            </a>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button
          type="button"
          className="btn wide"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('list.more')}
        </button>
      )}
    </>
  );
}
