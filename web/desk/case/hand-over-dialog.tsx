import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Action } from '../../../api/contract/actions.ts';
import type { CaseView } from '../../../api/contract/cases.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import type { HandOverWord } from './act-dialog.tsx';
import { PersonPicker } from './person-picker.tsx';
import { useAct } from './use-act.ts';

interface Props {
  file: CaseView;
  word: HandOverWord;
  action: Extract<Action, { assignmentId: string }>;
  onClose: () => void;
}

interface Typed {
  personId: string;
  when?: 'before' | 'after';
  reason?: string;
}

/** 转办, 改派, 委派, 加签: whom, why, and for a signer whether before or after me. */
export function HandOverDialog({ file, word, action, onClose }: Props) {
  const { t } = useWords();
  const { act, busy } = useAct(file.id);
  const [form] = Form.useForm<Typed>();
  const [problem, setProblem] = useState<Problem>();
  const moments = action.kind === 'add-signer' ? action.when : [];
  const reasonNeeded = 'reason' in action && action.reason === 'required';

  const call = ({ personId, when, reason }: Typed) => {
    const params = { id: action.assignmentId };
    const why = reason?.trim() || undefined;
    switch (word) {
      case 'transfer':
      case 'reassign':
        return api.transferAssignment({ params, body: { to: { personId }, reason: why ?? '' } });
      case 'delegate':
        return api.delegateAssignment({ params, body: { personId, reason: why } });
      case 'addSigner':
        return api.addSigner({ params, body: { personId, when: when ?? 'before', reason: why } });
    }
  };
  const send = async (typed: Typed) => {
    const refused = await act(() => call(typed), t(`acts.${word}.done`));
    if (refused && ![403, 404, 409].includes(refused.status)) return setProblem(refused);
    onClose();
  };

  return (
    <Modal
      open
      title={t(`acts.${word}.name`)}
      okText={t(`acts.${word}.name`)}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="soft">{t(`acts.${word}.about`)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ when: moments[0] }}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="personId" label={t('people.who')} rules={[{ required: true, message: t('people.choose') }]}>
          <PersonPicker />
        </Form.Item>
        {moments.length > 1 && (
          <Form.Item name="when" label={t('acts.addSigner.when')}>
            <Radio.Group options={moments.map((one) => ({ value: one, label: t(`acts.addSigner.${one}`) }))} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={reasonNeeded ? t('acts.reasonRequired') : t('acts.reason')}
          rules={[{ required: reasonNeeded, whitespace: true, message: t('acts.reasonNeeded') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
        {problem && (
          <p className="note-box seal" role="alert">
            {problem.detail || t('problem.unreachable')}
          </p>
        )}
      </Form>
    </Modal>
  );
}
