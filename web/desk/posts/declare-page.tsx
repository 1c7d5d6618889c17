import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { PageBones } from '../shell/frame.tsx';
import { TroubleNote } from '../shell/trouble.tsx';
import { DeclareForm } from './declare-form.tsx';
import { declarationFormQuery, postQuery } from './queries.ts';
import '../../look/fund.css';
import '../../look/posts.css';

/** 收入申报: one period of one post, in a minute on a phone; a period that was accepted is corrected. */
export function DeclarePage() {
  const { t, say } = useWords();
  const { id = '', period: key = '' } = useParams();
  const post = useQuery(postQuery(id));
  const drawn = useQuery(declarationFormQuery);
  const error = post.error ?? drawn.error;
  if (error) return <TroubleNote error={error} again={() => Promise.all([post.refetch(), drawn.refetch()])} />;
  if (!post.data || !drawn.data) return <PageBones />;
  const { acts, periods } = post.data;
  const period = periods.find((one) => one.period === key);
  const correction = acts.correct.includes(key);
  if (!period || !(correction || acts.declare.includes(key))) {
    return (
      <div className="page">
        <div className="card">
          <Empty
            what={t('posts.declare.notNow', { period: period ? say(period.name) : key })}
            how={t('posts.declare.notNowHow')}
          >
            <Link to={`/posts/${id}`}>{t('posts.toPost')}</Link>
          </Empty>
        </div>
      </div>
    );
  }
  return (
    <DeclareForm
      key={`${id}:${key}`}
      post={post.data}
      period={period}
      drawn={drawn.data.form}
      correction={correction}
    />
  );
}
