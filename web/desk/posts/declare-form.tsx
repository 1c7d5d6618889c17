import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form as AntForm } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { EngagementDetail } from '../../../api/contract/engagements.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import { formatYuan } from '../../../processes/money.ts';
import { Findings } from '../../pieces/findings.tsx';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { SendProblem } from '../application/send-problem.tsx';
import type { FieldSchema, Form } from '../form/field-schema.ts';
import { FormStateProvider } from '../form/form-context.ts';
import { FormSections } from '../form/form-sections.tsx';
import { copyKey, declarationSchema, declarationStart, declarationToSend } from './declaration-draft.ts';
import { useCheckedForm } from './use-checked-form.ts';
import { useSayTerms } from './use-say-terms.ts';

interface Props {
  post: EngagementDetail;
  period: EngagementDetail['periods'][number];
  drawn: FieldSchema;
  correction: boolean;
}

type Amounts = Record<'incomeFen' | 'equityFen' | 'taxFen', number>;

export function DeclareForm({ post, period, drawn, correction }: Props) {
  const { t, say } = useWords();
  const terms = useSayTerms();
  const { modal, message } = App.useApp();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const schema = useMemo(() => declarationSchema(drawn, correction), [drawn, correction]);
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  // One key a form as it stands: a repeated press is the same declaration.
  const key = useRef({ text: '', key: '' });
  const params = { id: post.id };
  const checked = useCheckedForm({
    schema,
    start: declarationStart(period),
    copyKey: copyKey(post.id, period.period),
    toSend: (form) => declarationToSend(schema, form),
    check: (form) => api.checkDeclaration({ params, body: { period: period.period, form } }),
  });
  const name = say(period.name);
  // Nothing earned, nothing to prove.
  const { nothing = false } = (checked.state.form.income ?? {}) as { nothing?: boolean };

  const transmit = async (form: Form) => {
    const text = JSON.stringify(form);
    if (key.current.text !== text) key.current = { text, key: crypto.randomUUID() };
    setSending(true);
    try {
      await api.declareIncome({ params, body: { period: period.period, form } }, { idempotencyKey: key.current.key });
      checked.drop();
      message.success(t('posts.declare.done'));
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
      const { incomeFen, equityFen, taxFen } = ready.form.income as Amounts;
      const sure = await modal.confirm({
        icon: null,
        title: t('posts.declare.ask'),
        content: (
          <>
            <dl className="facts declare-sums">
              <dt>{t('posts.amounts.income')}</dt>
              <dd>{t('posts.amount', { amount: formatYuan(incomeFen) })}</dd>
              <dt>{t('posts.amounts.equity')}</dt>
              <dd>{t('posts.amount', { amount: formatYuan(equityFen) })}</dd>
              <dt>{t('posts.amounts.tax')}</dt>
              <dd>{t('posts.amount', { amount: formatYuan(taxFen) })}</dd>
            </dl>
            <p className="soft">{t('posts.declare.next')}</p>
          </>
        ),
        okText: t(correction ? 'posts.declare.sendCorrection' : 'posts.declare.send'),
        cancelText: t('form.look'),
      });
      if (sure) await transmit(ready.form);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };

  return (
    <>
      <div className="page posts declare">
        <p>
          <Link to={`/posts/${post.id}`}>← {`${post.host.name} · ${post.postTitle}`}</Link>
        </p>
        <div className="title">
          <div>
            <h1>{t(correction ? 'posts.declare.correct' : 'posts.declare.title', { period: name })}</h1>
            <p className="soft">
              {correction
                ? t('posts.declare.correctAbout')
                : t('posts.declare.about', { from: period.from, to: period.to })}{' '}
              {t('posts.declare.agreed', { pay: terms.pay(post) })}
            </p>
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
        <Findings findings={checked.findings.filter(({ level, path }) => level === 'error' && !path)} />
        <AntForm
          form={checked.antForm}
          layout="vertical"
          initialValues={checked.initial}
          onValuesChange={checked.typed}
        >
          <FormStateProvider value={checked.state}>
            <FormSections
              sections={nothing ? checked.sections.filter((one) => one.key !== 'proof') : checked.sections}
              required={[]}
            />
          </FormStateProvider>
        </AntForm>
      </div>
      <footer className="bar">
        <span className="saved">{t('posts.declare.kept')}</span>
        <span className="bar-acts">
          <Button type="primary" loading={sending} onClick={() => void send()}>
            {t(correction ? 'posts.declare.sendCorrection' : 'posts.declare.send')}
          </Button>
        </span>
      </footer>
    </>
  );
}
