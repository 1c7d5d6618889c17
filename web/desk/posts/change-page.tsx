import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { caseQuery, processQuery } from '../queries.ts';
import { PageBones } from '../shell/frame.tsx';
import { TroubleNote } from '../shell/trouble.tsx';
import { ChangeForm } from './change-form.tsx';
import { postQuery } from './queries.ts';
import '../../look/posts.css';

/** 申请变更: the terms in force as a form to change; they stand until the change is approved. */
export function ChangePage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const post = useQuery(postQuery(id));
  const file = useQuery(caseQuery(id));
  const process = useQuery(processQuery('part-time-income'));
  const error = post.error ?? file.error ?? process.error;
  if (error) {
    const again = () => Promise.all([post.refetch(), file.refetch(), process.refetch()]);
    return <TroubleNote error={error} again={again} />;
  }
  if (!post.data || !file.data || !process.data) return <PageBones />;
  if (!post.data.acts.change) {
    return (
      <div className="page">
        <div className="card">
          <Empty what={t('posts.change.notNow')} how={t('posts.change.notNowHow')}>
            <Link to={`/posts/${id}`}>{t('posts.toPost')}</Link>
          </Empty>
        </div>
      </div>
    );
  }
  return <ChangeForm key={id} post={post.data} form={file.data.form} schema={process.data.form} />;
}
