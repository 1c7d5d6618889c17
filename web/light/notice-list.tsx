import { useCallback, useState } from 'react';
import type { NoticeSummary } from '../../api/contract/notices.ts';
import { Bones } from '../pieces/bones.tsx';
import { Empty } from '../pieces/empty.tsx';
import { sayDay, sayDeadline } from '../pieces/moments.ts';
import { useWords } from '../words/language.ts';
import { ask } from './ask.ts';
import { ProblemNote } from './problem-note.tsx';
import { useAnswer } from './use-answer.ts';

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
  const [more, setMore] = useState<{ items: NoticeSummary[]; nextCursor: string | null }>();
  const { answer, problem, again } = useAnswer(
    useCallback(() => ask('listNotices', { query: { state: period } }), [period]),
  );
  if (problem) return <ProblemNote problem={problem} again={again} />;
  if (!answer) return <Bones lines={5} height={48} />;
  const items = [...answer.items, ...(more?.items ?? [])];
  const cursor = more ? more.nextCursor : answer.nextCursor;
  if (items.length === 0) return <Empty what={t(`notices.none.${period}`)} how={t('notices.noneHow')} />;
  const load = async () => {
    const page = await ask('listNotices', { query: { state: period, cursor: cursor ?? undefined } });
    setMore({ items: [...(more?.items ?? []), ...page.items], nextCursor: page.nextCursor });
  };
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
      {cursor && (
        <button type="button" className="btn wide" onClick={() => void load()}>
          {t('list.more')}
        </button>
      )}
    </>
  );
}
