import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CaseView } from '../../../api/contract/cases.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import type { NoteWord } from './act-dialog.tsx';
import { useAct } from './use-act.ts';

/** 撤回, 催办, 终止, 提请撤销: a question, and words where the office wants them. */
export function NoteDialog({ file, word, onClose }: { file: CaseView; word: NoteWord; onClose: () => void }) {
  const { t } = useWords();
  const { act, busy } = useAct(file.id);
  const [form] = Form.useForm<{ text?: string }>();
  const [problem, setProblem] = useState<Problem>();
  const needed = word === 'terminate' || word === 'proposeRevocation';

  const call = (text: string | undefined) => {
    const params = { id: file.id };
    switch (word) {
      case 'withdraw':
        return api.withdrawCase({ params, body: { reason: text } });
      case 'urge':
        return api.urgeCase({ params, body: { note: text } });
      case 'terminate':
        return api.terminateCase({ params, body: { reason: text ?? '' } });
      case 'proposeRevocation':
        return api.proposeRevocation({ params, body: { reason: text ?? '' } });
    }
  };
  const send = async ({ text }: { text?: string }) => {
    const refused = await act(() => call(text?.trim() || undefined), t(`acts.${word}.done`));
    if (refused && ![403, 404, 409].includes(refused.status)) return setProblem(refused);
    onClose();
  };

  return (
    <Modal
      open
      title={t(`acts.${word}.name`)}
      okText={t(`acts.${word}.name`)}
      okButtonProps={{ danger: word !== 'urge', loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="soft">{t(`acts.${word}.about`)}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void send(typed)}>
        <Form.Item
          name="text"
          label={needed ? t('acts.reasonRequired') : t('acts.reason')}
          rules={[{ required: needed, whitespace: true, message: t('acts.reasonNeeded') }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={word === 'urge' ? 200 : 500} />
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
