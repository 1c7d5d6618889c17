import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Engagement } from '../../../api/contract/engagements.ts';
import { formatYuan } from '../../../processes/money.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { casesQuery } from '../queries.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { CaseStateTag } from '../state-tags.tsx';
import { DeclarationsDue } from './declarations-due.tsx';
import { LinkButton } from './link-button.tsx';
import { lasts, PostStateTag } from './post-state-tag.tsx';
import { PostsFrame } from './posts-frame.tsx';
import { ownPostsQuery } from './queries.ts';
import { useSayTerms } from './use-say-terms.ts';

/** 我的兼职: what is due comes first, then each post with its term and what was declared; those applied for below. */
export function OwnPostsPage() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ownPostsQuery);
  if (error) return <TroubleNote error={error} again={refetch} />;
  const items = data?.items.toSorted((a, b) => urgency(b) - urgency(a));
  const lasting = items?.filter(lasts);
  const over = items?.filter((post) => !lasts(post)) ?? [];
  return (
    <PostsFrame tab="own" acts={<LinkButton to="/new/part-time-income">{t('posts.apply')}</LinkButton>}>
      {!items && <Bones lines={5} height={64} />}
      {items?.length === 0 && (
        <div className="card">
          <Empty what={t('posts.ownNone')} how={t('posts.ownNoneHow')} />
        </div>
      )}
      {lasting?.map((post) => (
        <PostCard key={post.id} post={post} />
      ))}
      <UnderWay registered={new Set(items?.map(({ id }) => id))} />
      {over.length > 0 && (
        <>
          <h2 className="posts-over">{t('posts.over')}</h2>
          {over.map((post) => (
            <PostCard key={post.id} post={post} />
          ))}
        </>
      )}
    </PostsFrame>
  );
}

/** Missed first, then to be declared, then being checked. */
const urgency = ({ waiting }: Engagement): number =>
  Math.max(0, ...waiting.map(({ state }) => ({ missed: 3, open: 2, filed: 1, accepted: 0 })[state]));

function PostCard({ post }: { post: Engagement }) {
  const { t } = useWords();
  const terms = useSayTerms();
  const { incomeFen, equityFen } = post.declared;
  return (
    <section className="card post-card">
      <header>
        <Link to={`/posts/${post.id}`} className="item">
          <b>{`${post.host.name} · ${post.postTitle}`}</b>
          <small>
            <span className="no">{post.number}</span>
            {`　${terms.term(post)}`}
          </small>
        </Link>
        <span className="tags">
          <PostStateTag state={post.state} />
        </span>
      </header>
      <p className="post-line">
        <span>{terms.left(post)}</span>
        <span>{terms.pay(post)}</span>
        <span>
          {t('posts.register.declaredYet', { amount: formatYuan(incomeFen + equityFen) })} {t('posts.yuan')}
        </span>
      </p>
      <DeclarationsDue post={post} />
    </section>
  );
}

/** Applications that are not registered yet stand where their posts will be. */
function UnderWay({ registered }: { registered: ReadonlySet<string> }) {
  const { t, say } = useWords();
  const { data } = useInfiniteQuery(casesQuery('mine', { process: 'part-time-income' }));
  const open = data?.pages
    .flatMap((page) => page.items)
    .filter(({ id, closedAt }) => closedAt === null && !registered.has(id));
  if (!open || open.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('posts.underWay')}</h2>
      <ul className="plain-list">
        {open.map((one) => (
          <li key={one.id}>
            <Link to={`/cases/${one.id}`} className="item">
              {one.title} <span className="no">{one.number}</span>
            </Link>
            <span>
              {one.stage && say(one.stage.name)} <CaseStateTag state={one.state} business={null} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
