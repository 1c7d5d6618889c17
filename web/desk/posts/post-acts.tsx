import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { EngagementDetail } from '../../../api/contract/engagements.ts';
import { sayFullDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { useMe } from '../me.ts';
import { LinkButton } from './link-button.tsx';
import { PostActDialog, type PostAct } from './post-act-dialog.tsx';
import { lasts } from './post-state-tag.tsx';

const asked: readonly PostAct[] = ['withdrawChange', 'resume', 'suspend', 'end', 'close'];

/** What may be done with a post besides declaring: only what the case would not refuse. */
export function PostActs({ post }: { post: EngagementDetail }) {
  const { t, language } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [act, setAct] = useState<PostAct>();
  const renew = useMutation({
    mutationFn: () => api.renewEngagement({ params: { id: post.id }, body: {} }),
    onSuccess: async ({ draftId }) => {
      message.success(t('posts.acts.renewed'));
      await navigate(`/drafts/${draftId}`);
    },
    onError: (error) => void message.error(problemOf(error).detail || t('problem.unreachable')),
  });
  const open = asked.filter((one) => post.acts[one]);
  const waitsToRenew = post.teacher.id === me.id && lasts(post) && !post.acts.renew && !post.renewedBy;
  if (open.length === 0 && !post.acts.change && !post.acts.renew) return null;
  return (
    <p className="post-acts">
      {post.acts.renew && (
        <Button loading={renew.isPending} onClick={() => renew.mutate()}>
          {t('posts.acts.renew')}
        </Button>
      )}
      {post.acts.change && <LinkButton to={`/posts/${post.id}/change`}>{t('posts.acts.change')}</LinkButton>}
      {open.map((one) => (
        <Button key={one} danger={one === 'end' || one === 'suspend'} onClick={() => setAct(one)}>
          {t(`posts.acts.${one}`)}
        </Button>
      ))}
      {waitsToRenew && (
        <small className="soft">{t('posts.acts.renewFrom', { on: sayFullDay(post.renewalOpensOn, language) })}</small>
      )}
      {act && <PostActDialog post={post} act={act} onClose={() => setAct(undefined)} />}
    </p>
  );
}
