import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Problem } from '../../api/contract/problem.ts';
import { sayMoment } from '../pieces/moments.ts';
import { typedText } from '../pieces/typed-text.ts';
import { useWords } from '../words/language.ts';
import { ask, problemOf } from './ask.ts';
import { ProblemNote } from './problem-note.tsx';

/** 实名异议: under one's name, kept from the public. What was typed stays when sending fails. */
export function ObjectionForm({ noticeId }: { noticeId: string }) {
  const { t, language } = useWords();
  const [receivedAt, setReceivedAt] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const key = useRef(crypto.randomUUID());
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const field = (name: string) => typedText(said, name);
    setSending(true);
    try {
      const body = { name: field('name'), contact: field('contact'), body: field('body') };
      setReceivedAt((await ask('fileObjection', { params: { id: noticeId }, body }, key.current)).receivedAt);
    } catch (error) {
      setProblem(problemOf(error));
      key.current = crypto.randomUUID();
    } finally {
      setSending(false);
    }
  };
  if (receivedAt) {
    return (
      <div className="note-box ok" role="status">
        <b>{t('objection.received', { at: sayMoment(receivedAt, language) })}</b>
        <p>{t('objection.next')}</p>
      </div>
    );
  }
  return (
    <form className="card" onSubmit={(event) => void send(event)}>
      <h2>{t('objection.title')}</h2>
      <p className="soft">{t('objection.about')}</p>
      <label className="field">
        <span>{t('objection.name')}</span>
        <input name="name" required maxLength={50} autoComplete="name" />
      </label>
      <label className="field">
        <span>{t('objection.contact')}</span>
        <input name="contact" required maxLength={100} />
      </label>
      <label className="field">
        <span>{t('objection.body')}</span>
        <textarea name="body" required rows={5} maxLength={4000} placeholder={t('objection.bodyHint')} />
      </label>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" className="btn primary" disabled={sending}>
        {sending ? t('act.sending') : t('objection.send')}
      </button>
    </form>
  );
}
