import { Form, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import type { DecideAction } from '../../../api/contract/actions.ts';
import type { CaseView } from '../../../api/contract/cases.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import type { ResubmissionRoute, Verdict } from '../../../processes/case.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { OpinionField } from './opinion-field.tsx';
import { StageField } from './stage-field.tsx';
import { useAct } from './use-act.ts';

interface Props {
  file: Pick<CaseView, 'id'>;
  action: DecideAction;
  verdict: Verdict;
  onClose: () => void;
}

interface Typed {
  opinion?: string;
  returnTo?: string;
  resubmission?: ResubmissionRoute;
  data?: Record<string, number | string | string[]>;
}

/** One verdict: its opinion, where a return leads, the stage's own fields. The dialog stays with what was typed when it fails. */
export function DecideDialog({ file, action, verdict, onClose }: Props) {
  const { t, say } = useWords();
  const { act, busy } = useAct(file.id);
  const [form] = Form.useForm<Typed>();
  const [problem, setProblem] = useState<Problem>();
  const decisionId = useRef(crypto.randomUUID());
  const chosen = action.verdicts.find((one) => one.verdict === verdict);
  if (!chosen) return null;
  const returning = verdict === 'return';
  const fields = verdict === 'approve' ? action.fields : [];

  const decide = async (typed: Typed) => {
    const refused = await act(
      () =>
        api.decideAssignment({
          params: { id: action.assignmentId },
          body: {
            verdict,
            round: action.round,
            decisionId: decisionId.current,
            opinion: typed.opinion?.trim() || undefined,
            ...(returning && typed.returnTo ? { returnTo: typed.returnTo, resubmission: typed.resubmission } : {}),
            ...(fields.length > 0 ? { data: typed.data } : {}),
          },
        }),
      t('decide.done', { verdict: say(chosen.label) }),
    );
    if (refused && ![403, 404, 409].includes(refused.status)) return setProblem(refused);
    onClose();
  };

  return (
    <Modal
      open
      title={t('decide.title', { verdict: say(chosen.label), stage: say(action.stage.name) })}
      okText={t('decide.confirm', { verdict: say(chosen.label) })}
      okButtonProps={{ danger: chosen.tone === 'danger', loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {action.onBehalfOf && <p className="note-box">{t('act.onBehalfOf', { name: action.onBehalfOf.name })}</p>}
      {action.sealed && <p className="note-box">{t('act.sealed')}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ returnTo: action.returnTo[0]?.value, resubmission: action.resubmission[0]?.value }}
        onFinish={(typed) => void decide(typed)}
      >
        {returning && action.returnTo.length > 0 && (
          <Form.Item name="returnTo" label={t('act.returnTo')}>
            <Radio.Group
              className="stacked"
              options={action.returnTo.map((target) => ({ value: target.value, label: say(target.name) }))}
            />
          </Form.Item>
        )}
        {returning && action.resubmission.length > 0 && (
          <Form.Item name="resubmission" label={t('act.afterwards')}>
            <Radio.Group
              className="stacked"
              options={action.resubmission.map((route) => ({ value: route.value, label: say(route.label) }))}
            />
          </Form.Item>
        )}
        {fields.map((field) => (
          <StageField key={field.name} field={field} />
        ))}
        <Form.Item
          name="opinion"
          label={chosen.opinionRequired ? t('act.opinionRequired') : t('act.opinion')}
          rules={
            chosen.opinionRequired
              ? [{ required: true, whitespace: true, message: t('act.opinionNeeded', { verdict: say(chosen.label) }) }]
              : []
          }
        >
          <OpinionField first={fields.length === 0} />
        </Form.Item>
        {problem && (
          <p className="note-box seal" role="alert">
            {problem.errors?.map(({ message }) => message).join('；') || problem.detail || t('problem.unreachable')}
          </p>
        )}
      </Form>
    </Modal>
  );
}
