import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form as AntForm, Input } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { EngagementDetail } from '../../../api/contract/engagements.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import { Findings } from '../../pieces/findings.tsx';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { goToField } from '../application/go-to-field.ts';
import { SendProblem } from '../application/send-problem.tsx';
import { formToSend, type FieldSchema, type Form } from '../form/field-schema.ts';
import { FormStateProvider } from '../form/form-context.ts';
import { FormSections } from '../form/form-sections.tsx';
import { Outline } from '../form/outline.tsx';
import { useCheckedForm } from './use-checked-form.ts';

export function ChangeForm({ post, form: terms, schema }: { post: EngagementDetail; form: Form; schema: FieldSchema }) {
  const { t, say } = useWords();
  const { modal, message } = App.useApp();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const key = useRef({ text: '', key: '' });
  const params = { id: post.id };
  const checked = useCheckedForm({
    schema,
    start: terms,
    copyKey: `${post.id}.change`,
    toSend: (form) => formToSend(schema, form),
    check: (form) => api.checkChange({ params, body: { form, files: [] } }),
  });
  const from = checked.answer?.from ?? null;

  const transmit = async (form: Form) => {
    const text = JSON.stringify([form, note]);
    if (key.current.text !== text) key.current = { text, key: crypto.randomUUID() };
    setSending(true);
    try {
      await api.proposeChange(
        { params, body: { form, files: [], ...(note.trim() ? { note: note.trim() } : {}) } },
        { idempotencyKey: key.current.key },
      );
      checked.drop();
      message.success(t('posts.change.done'));
      await navigate(`/posts/${post.id}`, { replace: true });
      await Promise.all([
        cache.invalidateQueries({ queryKey: ['case', post.id] }),
        cache.invalidateQueries({ queryKey: ['inbox'] }),
      ]);
    } catch (error) {
      const said = problemOf(error);
      setProblem(said);
      if (said.errors?.length) checked.refuse(said.errors);
    } finally {
      setSending(false);
    }
  };

  const send = async () => {
    setProblem(undefined);
    try {
      const ready = await checked.ready();
      if (!ready) return;
      if (!ready.answer.from) return void message.info(t('posts.change.same'));
      const sure = await modal.confirm({
        icon: null,
        title: t('posts.change.ask'),
        content: (
          <p>
            {t('posts.change.from', { stage: say(ready.answer.from.name) })} {t('posts.changes.old')}
          </p>
        ),
        okText: t('posts.change.send'),
        cancelText: t('form.look'),
      });
      if (sure) await transmit(ready.form);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };

  return (
    <>
      <div className="page posts">
        <p>
          <Link to={`/posts/${post.id}`}>← {`${post.host.name} · ${post.postTitle}`}</Link>
        </p>
        <div className="title">
          <div>
            <h1>{t('posts.change.title')}</h1>
            <p className="soft">{t('posts.change.about')}</p>
          </div>
        </div>
        {checked.restored && (
          <p className="note-box">
            {t('posts.declare.restored')}{' '}
            <Button size="small" onClick={checked.reset}>
              {t('posts.declare.reset')}
            </Button>
          </p>
        )}
        <SendProblem problem={problem} />
        <div className="form-cols">
          <Outline sections={checked.sections} wrongIn={checked.wrongIn} />
          <AntForm
            form={checked.antForm}
            layout="vertical"
            initialValues={checked.initial}
            onValuesChange={checked.typed}
          >
            <FormStateProvider value={checked.state}>
              <FormSections sections={checked.sections} required={schema.required ?? []} />
            </FormStateProvider>
            <section className="card" aria-live="polite">
              <p>
                <b>{from ? t('posts.change.from', { stage: say(from.name) }) : t('posts.change.same')}</b>
              </p>
              <Findings findings={checked.findings} onGo={goToField} />
            </section>
            <section className="card">
              <label htmlFor="change-note">{t('posts.change.note')}</label>
              <Input.TextArea
                id="change-note"
                value={note}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={500}
                onChange={(event) => setNote(event.target.value)}
              />
            </section>
          </AntForm>
        </div>
      </div>
      <footer className="bar">
        <span className="saved">{t('posts.declare.kept')}</span>
        <span className="bar-acts">
          <Button type="primary" loading={sending} onClick={() => void send()}>
            {t('posts.change.send')}
          </Button>
        </span>
      </footer>
    </>
  );
}
