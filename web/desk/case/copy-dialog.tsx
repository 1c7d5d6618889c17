import { Form, Input, Modal } from 'antd';
import type { CaseView } from '../../../api/contract/cases.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { PersonPicker } from './person-picker.tsx';
import { useAct } from './use-act.ts';

/** 抄送: they may read, and hear of it. */
export function CopyDialog({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const { t } = useWords();
  const { act, busy } = useAct(file.id);
  const [form] = Form.useForm<{ userIds: string[]; note?: string }>();
  const send = async ({ userIds, note }: { userIds: string[]; note?: string }) => {
    const refused = await act(
      () => api.copyCase({ params: { id: file.id }, body: { userIds, note: note?.trim() || undefined } }),
      t('acts.copy.done'),
    );
    if (!refused) onClose();
  };
  return (
    <Modal
      open
      title={t('acts.copy.name')}
      okText={t('acts.copy.name')}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="soft">{t('acts.copy.about')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void send(typed)}>
        <Form.Item name="userIds" label={t('people.who')} rules={[{ required: true, message: t('people.choose') }]}>
          <PersonPicker several />
        </Form.Item>
        <Form.Item name="note" label={t('acts.copy.note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
