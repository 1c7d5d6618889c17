import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Select } from 'antd';
import type { RegisterRow, RegisterView } from '../../../api/contract/registers.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';

type Typed = Record<string, string | number | null | undefined> & { reason?: string };

/** One row added or changed, with the reason that stands in its history. */
export function RowDialog({
  register,
  row,
  onClose,
}: {
  register: RegisterView;
  row: RegisterRow | null;
  onClose: () => void;
}) {
  const { t, say } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const send = useMutation({
    mutationFn: ({ reason = '', ...cells }: Typed) =>
      api.changeRegister(
        {
          params: { register: register.register },
          body: {
            rows: [
              Object.fromEntries(
                register.columns.map(({ key }) => [key, cells[key] === '' ? null : (cells[key] ?? null)]),
              ),
            ],
            reason,
          },
        },
        { idempotencyKey: crypto.randomUUID() },
      ),
    async onSuccess(done) {
      message.success(t('registers.saved', done));
      onClose();
      await Promise.all([
        cache.invalidateQueries({ queryKey: ['registers'] }),
        cache.invalidateQueries({ queryKey: ['inbox'] }),
      ]);
    },
    onError(error) {
      const problem = problemOf(error);
      const fields = (problem.errors ?? []).map(({ path, message: why }) => ({
        name: path.replace(/^rows\.\d+\./, ''),
        errors: [why],
      }));
      form.setFields(fields);
      if (fields.length === 0) message.error(problem.detail || t('problem.unreachable'));
    },
  });
  return (
    <Modal
      open
      title={t(row ? 'registers.edit' : 'registers.add')}
      okText={t('registers.save')}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ ...row?.cells }}
        onFinish={(typed) => send.mutate(typed)}
      >
        {register.columns.map(({ key, title, kind, required, identity, example, options }) => (
          <Form.Item key={key} name={key} label={say(title)} rules={[{ required, message: t('registers.empty') }]}>
            {kind === 'choice' ? (
              <Select
                allowClear={!required}
                showSearch={{ optionFilterProp: 'label' }}
                disabled={identity && row !== null}
                options={options.map((one) => ({ value: one.value, label: say(one) }))}
              />
            ) : kind === 'whole' ? (
              <InputNumber style={{ width: '100%' }} placeholder={example} disabled={identity && row !== null} />
            ) : (
              <Input placeholder={example} disabled={identity && row !== null} />
            )}
          </Form.Item>
        ))}
        <Form.Item
          name="reason"
          label={t('registers.reason')}
          rules={[{ required: true, whitespace: true, message: t('registers.reasonNeeded') }]}
          extra={t('registers.reasonHint')}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
