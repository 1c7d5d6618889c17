import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form as AntForm } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { Finding } from '../../pieces/findings.tsx';
import { dropLocalCopy, keepLocalCopy, readLocalCopy } from '../application/local-copy.ts';
import { goToField } from '../application/go-to-field.ts';
import { sectionsOf, type FieldSchema, type Form } from '../form/field-schema.ts';
import type { FormState } from '../form/form-context.ts';
import { useMe } from '../me.ts';

export interface Checked {
  findings: Finding[];
  errors: { path: string; message: string }[];
}

interface Options<Answer extends Checked> {
  /** As the page draws it. */
  schema: FieldSchema;
  start: Form;
  /** Of the copy this browser keeps until the form is sent. */
  copyKey: string;
  toSend: (form: Form) => Form;
  check: (form: Form) => Promise<Answer>;
}

const QUIET_MS = 500;
/** A press takes less. */
const PRESS_MS = 250;

/** A form that is sent at once, without a draft on the server: this browser keeps it, the server's rules stand beside the fields as one types. */
export function useCheckedForm<Answer extends Checked>({ schema, start, copyKey, toSend, check }: Options<Answer>) {
  const me = useMe();
  const [kept] = useState(() => readLocalCopy(me.id, copyKey)?.form);
  const [antForm] = AntForm.useForm<Form>();
  const [form, setForm] = useState<Form>(kept ?? start);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [pressed, setPressed] = useState(false);
  const [refused, setRefused] = useState<Checked['errors']>([]);
  const sections = useMemo(() => sectionsOf(schema), [schema]);
  const sent = toSend(form);
  const [asked, setAsked] = useState(sent);
  const text = JSON.stringify(sent);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(JSON.parse(text) as Form), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const answer = useQuery({
    queryKey: ['check', copyKey, asked],
    queryFn: () => check(asked),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });

  const findings = answer.data?.findings ?? [];
  const errors = new Map(
    [...(answer.data?.errors ?? []), ...refused].map(({ path, message }) => [path.replace(/^form\./, ''), message]),
  );
  const seen = (path: string) => pressed || visited.has(path);
  const state: FormState = {
    form,
    errorAt: (path) => (seen(path) ? errors.get(path) : undefined),
    findingsAt: (path) => findings.filter((one) => one.path === path && (one.level !== 'error' || seen(path))),
    // What appears under a field just left must not move from under the pointer what is being pressed.
    onLeave: (path) =>
      void setTimeout(() => setVisited((before) => (before.has(path) ? before : new Set(before).add(path))), PRESS_MS),
  };
  const wrongOf = (of: Checked) => [
    ...of.errors.map(({ path }) => path.replace(/^form\./, '')),
    ...of.findings.filter(({ level }) => level === 'error').map(({ path = '' }) => path),
  ];

  return {
    antForm,
    /** What antd begins with. */
    initial: kept ?? start,
    restored: kept !== undefined,
    sections,
    state,
    findings,
    answer: answer.data,
    wrongIn: (section: string) =>
      pressed && answer.data ? wrongOf(answer.data).filter((path) => path.startsWith(`${section}.`)).length : 0,
    typed: () => {
      const now = { ...(antForm.getFieldsValue(true) as Form) };
      setForm(now);
      setRefused([]);
      keepLocalCopy(me.id, copyKey, now);
    },
    /** The form as it stands, when nothing is amiss in it; else leads to the first field that is. */
    async ready(): Promise<{ form: Form; answer: Answer } | null> {
      setPressed(true);
      setAsked(sent);
      const fresh = await check(sent);
      const wrong = wrongOf(fresh);
      if (wrong.length === 0) return { form: sent, answer: fresh };
      const first = sections.flatMap(({ key }) => wrong.filter((path) => path.startsWith(key)))[0];
      setTimeout(() => goToField(first), 50);
      return null;
    },
    refuse: (said: Checked['errors']) => {
      setRefused(said);
      setTimeout(() => goToField(said[0]?.path.replace(/^form\./, '')), 50);
    },
    reset: () => {
      dropLocalCopy(me.id, copyKey);
      antForm.setFieldsValue(start);
      setForm(start);
      setPressed(false);
      setVisited(new Set());
    },
    drop: () => dropLocalCopy(me.id, copyKey),
  };
}
