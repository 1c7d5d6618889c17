import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Problem } from '../../../api/contract/problem.ts';
import { useWords } from '../../words/language.ts';
import { problemOf } from '../api.ts';
import type { Form } from '../form/field-schema.ts';
import type { Checked, useCheckedForm } from './use-checked-form.ts';

interface Sending<Answer extends Checked> {
  postId: string;
  checked: ReturnType<typeof useCheckedForm<Answer>>;
  /** What is asked before it goes; undefined where there is nothing to send. */
  question(ready: { form: Form; answer: Answer }): { title: string; content: ReactNode; okText: string } | undefined;
  /** What goes besides the form: another text is another message. */
  beside?: string;
  transmit(form: Form, key: string): Promise<unknown>;
  done: string;
}

/** Checked, asked, sent, and back to the post; whatever refuses it is said beside the fields, and nothing typed is lost. */
export function useSendPostForm<Answer extends Checked>(sending: Sending<Answer>) {
  const { t } = useWords();
  const { modal, message } = App.useApp();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  // One key a form as it stands: a repeated press is the same message.
  const key = useRef({ text: '', key: '' });
  const { postId, checked, question, beside = '', transmit, done } = sending;

  const go = async (form: Form) => {
    const text = JSON.stringify([form, beside]);
    if (key.current.text !== text) key.current = { text, key: crypto.randomUUID() };
    setBusy(true);
    try {
      await transmit(form, key.current.key);
      checked.drop();
      message.success(done);
      await navigate(`/posts/${postId}`, { replace: true });
      await Promise.all([
        cache.invalidateQueries({ queryKey: ['case', postId] }),
        cache.invalidateQueries({ queryKey: ['inbox'] }),
      ]);
    } catch (error) {
      const said = problemOf(error);
      setProblem(said);
      if (said.errors?.length) checked.refuse(said.errors);
    } finally {
      setBusy(false);
    }
  };

  const send = async () => {
    setProblem(undefined);
    try {
      const ready = await checked.ready();
      const asked = ready && question(ready);
      if (!asked) return;
      const sure = await modal.confirm({ icon: null, ...asked, cancelText: t('form.look') });
      if (sure) await go(ready.form);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return { send, busy, problem };
}
