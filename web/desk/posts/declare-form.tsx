import { Form as AntForm } from 'antd';
import { useMemo } from 'react';
import type { EngagementDetail } from '../../../api/contract/engagements.ts';
import { formatYuan } from '../../../processes/money.ts';
import { Findings } from '../../pieces/findings.tsx';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import type { FieldSchema } from '../form/field-schema.ts';
import { FormStateProvider } from '../form/form-context.ts';
import { FormSections } from '../form/form-sections.tsx';
import { copyKey, declarationSchema, declarationStart, declarationToSend } from './declaration-draft.ts';
import { PostFormFrame } from './post-form-frame.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useSendPostForm } from './use-send-post-form.ts';
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
  const schema = useMemo(() => declarationSchema(drawn, correction), [drawn, correction]);
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

  const sendWord = t(correction ? 'posts.declare.sendCorrection' : 'posts.declare.send');
  const sending = useSendPostForm({
    postId: post.id,
    checked,
    question({ form }) {
      const { incomeFen, equityFen, taxFen } = form.income as Amounts;
      return {
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
        okText: sendWord,
      };
    },
    transmit: (form, idempotencyKey) =>
      api.declareIncome({ params, body: { period: period.period, form } }, { idempotencyKey }),
    done: t('posts.declare.done'),
  });

  return (
    <PostFormFrame
      className="declare"
      post={post}
      title={t(correction ? 'posts.declare.correct' : 'posts.declare.title', { period: name })}
      about={
        <>
          {correction
            ? t('posts.declare.correctAbout')
            : t('posts.declare.about', { from: period.from, to: period.to })}{' '}
          {t('posts.declare.agreed', { pay: terms.pay(post) })}
        </>
      }
      checked={checked}
      sending={sending}
      sendWord={sendWord}
    >
      <Findings findings={checked.findings.filter(({ level, path }) => level === 'error' && !path)} />
      <AntForm form={checked.antForm} layout="vertical" initialValues={checked.initial} onValuesChange={checked.typed}>
        <FormStateProvider value={checked.state}>
          <FormSections
            sections={nothing ? checked.sections.filter((one) => one.key !== 'proof') : checked.sections}
            required={[]}
          />
        </FormStateProvider>
      </AntForm>
    </PostFormFrame>
  );
}
