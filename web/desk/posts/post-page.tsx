import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { PageBones } from '../shell/frame.tsx';
import { TroubleNote } from '../shell/trouble.tsx';
import { DeclarationsDue } from './declarations-due.tsx';
import { PostActs } from './post-acts.tsx';
import { PostChanges } from './post-changes.tsx';
import { PostPeriods } from './post-periods.tsx';
import { PostStateTag } from './post-state-tag.tsx';
import { PostTerms } from './post-terms.tsx';
import { postPaths, postTabs } from './post-tabs.ts';
import { postQuery } from './queries.ts';
import { useSayTerms } from './use-say-terms.ts';
import '../../look/fund.css';
import '../../look/posts.css';

/** One post: what is due, its terms, each period with its declarations, its changes, and what I may do with it. */
export function PostPage() {
  const { t, say } = useWords();
  const { id = '' } = useParams();
  const me = useMe();
  const terms = useSayTerms();
  const { data: post, error, refetch } = useQuery(postQuery(id));
  useEffect(() => {
    if (post) document.title = `${post.number} ${post.host.name} · ${t('brand.name')}`;
    return () => {
      document.title = t('brand.title');
    };
  }, [post, t]);
  if (error) return <TroubleNote error={error} again={refetch} />;
  if (!post) return <PageBones />;
  const own = post.teacher.id === me.id;
  const back = own ? 'own' : (postTabs(me).find((tab) => tab === 'register') ?? 'own');
  return (
    <div className="page fund posts">
      <p>
        <Link to={postPaths[back]}>← {t(`posts.tabs.${back}`)}</Link>
      </p>
      <div className="title">
        <div>
          <small className="no">{post.number}</small>
          <h1>{`${post.host.name} · ${post.postTitle}`}</h1>
          <p className="soft">
            {[own ? '' : `${say(post.school.name)} ${post.teacher.name}`, terms.term(post), terms.left(post)]
              .filter(Boolean)
              .join('　')}
          </p>
        </div>
        <span className="tags">
          <PostStateTag state={post.state} />
          <Link to={`/cases/${post.id}`}>{t('posts.toCase')}</Link>
        </span>
      </div>
      {(post.waiting.length > 0 || post.nextDeclaration) && (
        <section className="card post-card">
          <DeclarationsDue post={post} />
        </section>
      )}
      <PostActs post={post} />
      <div className="cols even post-cols">
        <div>
          <PostPeriods post={post} />
          <PostChanges post={post} />
        </div>
        <div>
          <PostTerms post={post} />
        </div>
      </div>
    </div>
  );
}
