import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { Engagement } from '../../../api/contract/engagements.ts';
import type { Bilingual } from '../../../processes/case.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { dropLocalCopy } from '../application/local-copy.ts';
import { useMe } from '../me.ts';
import { copyKey, nilReturn } from './declaration-draft.ts';

/** 零申报 with one tap and one question; a repeated press is the same declaration. */
export const useNilReturn = ({ id }: Pick<Engagement, 'id'>) => {
  const { t, say } = useWords();
  const me = useMe();
  const { modal, message } = App.useApp();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const ask = (period: string, name: Bilingual) => {
    const idempotencyKey = crypto.randomUUID();
    modal.confirm({
      icon: null,
      title: t('posts.nil.ask', { period: say(name) }),
      content: t('posts.nil.about'),
      okText: t('posts.nil.go'),
      onOk: async () => {
        setBusy(true);
        try {
          await api.declareIncome({ params: { id }, body: { period, form: nilReturn } }, { idempotencyKey });
          dropLocalCopy(me.id, copyKey(id, period));
          message.success(t('posts.nil.done'));
        } catch (error) {
          const problem = problemOf(error);
          modal.warning({
            title: problem.title || t('form.refused'),
            content: problem.errors?.[0]?.message ?? (problem.detail || t('problem.unreachable')),
          });
        } finally {
          setBusy(false);
          await Promise.all([
            cache.invalidateQueries({ queryKey: ['case', id] }),
            cache.invalidateQueries({ queryKey: ['inbox'] }),
          ]);
        }
      },
    });
  };
  return { ask, busy };
};
