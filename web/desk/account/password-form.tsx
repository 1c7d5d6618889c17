import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../../api/contract/problem.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf, queryClient } from '../api.ts';

interface Typed {
  currentPassword: string;
  newPassword: string;
}

/** 等保 2.0: at least 8 characters of three of the four classes. The server checks again. */
export const isStrong = (password: string): boolean =>
  password.length >= 8 && [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((one) => one.test(password)).length >= 3;

export function PasswordForm() {
  const { t } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed & { again: string }>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const change = async ({ currentPassword, newPassword }: Typed) => {
    setBusy(true);
    try {
      await api.changePassword({ body: { currentPassword, newPassword, revokeOtherSessions: true } });
      message.success(t('account.passwordChanged'));
      form.resetFields();
      setProblem(undefined);
      await queryClient.invalidateQueries({ queryKey: ['me'] });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => void change(typed)}
      style={{ maxWidth: 420 }}
    >
      {problem && (
        <p className="note-box seal" role="alert">
          {problem.status === 400 && problem.code !== 'WeakPassword'
            ? t('account.currentWrong')
            : problem.detail || t('problem.unknown')}
        </p>
      )}
      <Form.Item
        name="currentPassword"
        label={t('account.current')}
        rules={[{ required: true, message: t('signIn.passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={t('account.new')}
        extra={t('account.rule')}
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, typed: string | undefined) =>
              isStrong(typed ?? '') ? Promise.resolve() : Promise.reject(new Error(t('account.weak'))),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('account.again')}
        dependencies={['newPassword']}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, typed: string) =>
              typed === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(t('account.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('account.change')}
      </Button>
    </Form>
  );
}
