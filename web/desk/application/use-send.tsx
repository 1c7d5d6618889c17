import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Draft } from '../../../api/contract/drafts.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import type { ProcessDetail } from '../../../api/contract/processes.ts';
import type { Finding } from '../../pieces/findings.tsx';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import type { Form } from '../form/field-schema.ts';
import { useMe } from '../me.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { dropLocalCopy } from './local-copy.ts';
import { SendQuestion } from './send-question.tsx';

interface Checked {
  findings: Finding[];
  maySubmit: boolean;
}

/** Submits or resubmits after a question. A repeated press is the same submission (one idempotency key a form as it stands). */
export const useSend = ({ draft, process, keeper }: { draft: Draft; process: ProcessDetail; keeper: DraftKeeper }) => {
  const { t } = useWords();
  const me = useMe();
  const { modal, message } = App.useApp();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [pressed, setPressed] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  const key = useRef({ text: '', key: '' });

  const keyFor = (form: Form): string => {
    const text = JSON.stringify(form);
    if (key.current.text !== text) key.current = { text, key: crypto.randomUUID() };
    return key.current.key;
  };

  const transmit = async (form: Form): Promise<string> => {
    const options = { idempotencyKey: keyFor(form) };
    if (draft.caseId) {
      await api.resubmitCase({ params: { id: draft.caseId }, body: { form, draftId: draft.id } }, options);
      return draft.caseId;
    }
    const opened = await api.submitCase({ body: { process: process.slug, form, draftId: draft.id } }, options);
    message.success(t('form.submitted', { number: opened.number }));
    return opened.id;
  };

  /** True when nothing stands in the way; what follows the question happens by itself. */
  const send = async (form: Form, checked: Checked | undefined): Promise<boolean> => {
    setPressed(true);
    setRefusal(undefined);
    if (checked && !checked.maySubmit) return false;
    const sure = await modal.confirm({
      title: t(draft.caseId ? 'form.resubmitAsk' : 'form.submitAsk'),
      width: 520,
      icon: null,
      content: (
        <SendQuestion process={process} warnings={checked?.findings.filter((one) => one.level === 'warning') ?? []} />
      ),
      okText: t(draft.caseId ? 'form.resubmit' : 'form.submit'),
      cancelText: t('form.look'),
    });
    if (!sure) return true;
    setSending(true);
    try {
      await keeper.save();
      const caseId = await transmit(form);
      keeper.stop();
      dropLocalCopy(me.id, draft.id);
      await navigate(`/cases/${caseId}`, { replace: true });
      // The draft is gone with the submission: everything is read again but that.
      void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'draft' });
      return true;
    } catch (error) {
      setRefusal(problemOf(error));
      return !problemOf(error).errors?.length;
    } finally {
      setSending(false);
    }
  };
  return { send, sending, pressed, refusal };
};
