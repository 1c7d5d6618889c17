import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../words/language.ts';
import { DeclarationsDue } from './declarations-due.tsx';
import { PostChanges } from './post-changes.tsx';
import { PostPeriods } from './post-periods.tsx';
import { postQuery } from './queries.ts';
import { useSayTerms } from './use-say-terms.ts';
import '../../look/posts.css';

/** On the case page of a registered post: how it stands, its periods and declarations, and what a change under way would change. */
export function PostInCase({ id }: { id: string }) {
  const { t } = useWords();
  const terms = useSayTerms();
  const { data: post } = useQuery(postQuery(id));
  // Who reads the case need not answer for the post; the rest of the page is theirs all the same.
  if (!post) return null;
  return (
    <>
      <section className="card post-card">
        <header>
          <h2>{terms.term(post)}</h2>
          <Link to={`/posts/${id}`}>{t('posts.toPost')}</Link>
        </header>
        <p className="post-line">
          <span>{terms.left(post)}</span>
          <span>{terms.hours(post)}</span>
          <span>{terms.pay(post)}</span>
        </p>
        <DeclarationsDue post={post} />
      </section>
      <PostChanges post={post} />
      <PostPeriods post={post} />
    </>
  );
}
