import { App, Form as AntForm, Input } from 'antd';
import { useState } from 'react';
import type { EngagementDetail } from '../../../api/contract/engagements.ts';
import { Findings } from '../../pieces/findings.tsx';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { goToField } from '../application/go-to-field.ts';
import { formToSend, type FieldSchema, type Form } from '../form/field-schema.ts';
import { FormStateProvider } from '../form/form-context.ts';
import { FormSections } from '../form/form-sections.tsx';
import { Outline } from '../form/outline.tsx';
import { PostFormFrame } from './post-form-frame.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useSendPostForm } from './use-send-post-form.ts';

export function ChangeForm({ post, form: terms, schema }: { post: EngagementDetail; form: Form; schema: FieldSchema }) {
  const { t, say } = useWords();
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const params = { id: post.id };
  const checked = useCheckedForm({
    schema,
    start: terms,
    copyKey: `${post.id}.change`,
    toSend: (form) => formToSend(schema, form),
    check: (form) => api.checkChange({ params, body: { form, files: [] } }),
  });
  const from = checked.answer?.from ?? null;

  const sending = useSendPostForm({
    postId: post.id,
    checked,
    beside: note,
    question({ answer }) {
      if (!answer.from) return void message.info(t('posts.change.same'));
      return {
        title: t('posts.change.ask'),
        content: (
          <p>
            {t('posts.change.from', { stage: say(answer.from.name) })} {t('posts.changes.old')}
          </p>
        ),
        okText: t('posts.change.send'),
      };
    },
    transmit: (form, idempotencyKey) =>
      api.proposeChange(
        { params, body: { form, files: [], ...(note.trim() ? { note: note.trim() } : {}) } },
        { idempotencyKey },
      ),
    done: t('posts.change.done'),
  });

  return (
    <PostFormFrame
      post={post}
      title={t('posts.change.title')}
      about={t('posts.change.about')}
      checked={checked}
      sending={sending}
      sendWord={t('posts.change.send')}
    >
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
    </PostFormFrame>
  );
}
