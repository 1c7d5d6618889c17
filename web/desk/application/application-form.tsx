import { Button, Form as AntForm } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { Draft } from '../../../api/contract/drafts.ts';
import type { ProcessDetail } from '../../../api/contract/processes.ts';
import { Findings } from '../../pieces/findings.tsx';
import { useWords } from '../../words/language.ts';
import { formToSend, sectionsOf, type FieldSchema, type Form } from '../form/field-schema.ts';
import { FormStateProvider } from '../form/form-context.ts';
import { FormSections } from '../form/form-sections.tsx';
import { Outline } from '../form/outline.tsx';
import { useMe } from '../me.ts';
import { CorrectionNote } from './correction-note.tsx';
import { goToField } from './go-to-field.ts';
import { PracticeOffer, type PracticeRow } from './practice-offer.tsx';
import { SavedState } from './saved-state.tsx';
import { SendProblem } from './send-problem.tsx';
import { useAutosave } from './use-autosave.ts';
import { useCheck } from './use-check.ts';
import { useSend } from './use-send.tsx';

interface Props {
  draft: Draft;
  process: ProcessDetail;
  /** What this browser kept and the server has not. */
  restored: Form | null;
  onReload: () => void;
}

/** A press takes less. */
const PRESS_MS = 250;

export function ApplicationForm({ draft, process, restored, onReload }: Props) {
  const { t, say } = useWords();
  const me = useMe();
  const schema = process.form as FieldSchema;
  const sections = useMemo(() => sectionsOf(schema), [schema]);
  const [antForm] = AntForm.useForm<Form>();
  const [form, setForm] = useState<Form>(restored ?? draft.form);
  const [visited, setVisited] = useState(() => new Set<string>());
  const { saved, keeper } = useAutosave(draft, me.id);
  const cleaned = useMemo(() => formToSend(schema, form), [schema, form]);
  const check = useCheck(process.slug, draft.caseId, cleaned);
  const { send, sending, pressed, refusal } = useSend({ draft, process, keeper });
  useEffect(() => {
    if (restored) keeper.typed(restored);
  }, [restored, keeper]);

  const errors = useMemo(() => {
    const byPath = new Map<string, string>();
    for (const one of [...(check.data?.errors ?? []), ...(refusal?.errors ?? [])]) {
      byPath.set(one.path.replace(/^form\./, ''), one.message);
    }
    return byPath;
  }, [check.data, refusal]);
  const findings = check.data?.findings ?? [];
  const seen = (path: string) => pressed || visited.has(path);
  const state = {
    form,
    errorAt: (path: string) => (seen(path) ? errors.get(path) : undefined),
    findingsAt: (path: string) => findings.filter((one) => one.path === path && (one.level !== 'error' || seen(path))),
    // What appears under a field just left must not move from under the pointer what is being pressed.
    onLeave: (path: string) =>
      void setTimeout(() => setVisited((before) => (before.has(path) ? before : new Set(before).add(path))), PRESS_MS),
  };
  const amiss = [...errors.keys(), ...findings.filter((one) => one.level === 'error').map((one) => one.path ?? '')];
  const wrongIn = (section: string) =>
    pressed ? amiss.filter((path) => path === section || path.startsWith(`${section}.`)).length : 0;
  const firstWrong = () => sections.flatMap(({ key }) => amiss.filter((path) => path.startsWith(key)))[0];

  const typed = () => {
    const now = antForm.getFieldsValue(true) as Form;
    setForm({ ...now });
    keeper.typed(now);
  };
  const addPractice = (row: PracticeRow) => {
    const rows: unknown = antForm.getFieldValue(['practice', 'periods']);
    antForm.setFieldValue(['practice', 'periods'], [...(Array.isArray(rows) ? rows : []), row]);
    typed();
  };

  const submit = async () => {
    const answer = await check.refetch();
    const sent = await send(cleaned, answer.data);
    if (!sent) setTimeout(() => goToField(firstWrong()), 50);
  };

  return (
    <>
      <div className="page">
        <div className="title">
          <div>
            <h1>{draft.caseId ? t('form.correct', { title: draft.title || say(process.name) }) : say(process.name)}</h1>
            <span className="soft">{t('form.clause', { clause: process.clause })}</span>
          </div>
        </div>
        {draft.caseId && <CorrectionNote caseId={draft.caseId} />}
        {restored && <p className="note-box">{t('draft.restored')}</p>}
        <SendProblem problem={refusal} />
        <div className="form-cols">
          <Outline sections={sections} wrongIn={wrongIn} />
          <AntForm
            form={antForm}
            layout="vertical"
            initialValues={restored ?? draft.form}
            scrollToFirstError
            onValuesChange={typed}
          >
            <FormStateProvider value={state}>
              <FormSections
                sections={sections}
                required={schema.required ?? []}
                beside={
                  process.slug === 'teacher-certification'
                    ? { practice: <PracticeOffer form={form} onAdd={addPractice} /> }
                    : {}
                }
              />
            </FormStateProvider>
            <section className="card" aria-live="polite">
              <h2>{t('findings.title')}</h2>
              <p className="soft">{t('findings.about')}</p>
              {findings.length > 0 ? (
                <Findings findings={findings} onGo={goToField} />
              ) : (
                <p className="soft">{t('findings.later')}</p>
              )}
            </section>
          </AntForm>
        </div>
      </div>
      <footer className="bar">
        <SavedState saved={saved} onReload={onReload} onOverwrite={() => void keeper.overwrite()} />
        <span className="bar-acts">
          {pressed && amiss.length > 0 && (
            <Button type="link" danger onClick={() => goToField(firstWrong())}>
              {t('form.wrongCount', { count: amiss.length })}
            </Button>
          )}
          <Button type="primary" loading={sending} onClick={() => void submit()}>
            {t(draft.caseId ? 'form.resubmit' : 'form.submit')}
          </Button>
        </span>
      </footer>
    </>
  );
}
