import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Upload } from 'antd';
import type { RegisterPreview, RegisterView } from '../../../api/contract/registers.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { BadCells } from './bad-cells.tsx';
import { FieldChanges } from './field-changes.tsx';

/** Changes listed in the preview; the counts above are of all. */
const SHOWN = 100;

/** A spreadsheet looked at first: every bad cell, and what it would change; written whole or not at all. */
export function ImportDialog({ register, onClose }: { register: RegisterView; onClose: () => void }) {
  const { t, say } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const params = { register: register.register };
  const look = useMutation({ mutationFn: (file: File) => api.previewRegister({ params, file }) });
  const write = useMutation({
    mutationFn: ({ reason, preview }: { reason: string; preview: RegisterPreview }) =>
      api.changeRegister(
        { params, body: { rows: preview.rows.map(({ cells }) => cells), reason, basis: preview.basis } },
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
  });
  const preview = look.data;
  const ready = preview && preview.badInAll === 0 && preview.added + preview.changed > 0;
  const failed = look.error ?? write.error;
  return (
    <Modal
      open
      width={760}
      title={t('registers.import')}
      okText={t('registers.confirm')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={write.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="register-import">
        <p className="soft">{t('registers.fileHow')}</p>
        <Upload
          accept=".xlsx"
          maxCount={1}
          showUploadList={false}
          beforeUpload={(file: File) => {
            write.reset();
            look.mutate(file);
            return false;
          }}
        >
          <Button loading={look.isPending}>{t(preview ? 'registers.another' : 'registers.file')}</Button>
        </Upload>
        {failed && <p className="note-box amber">{problemOf(failed).detail || t('problem.unreachable')}</p>}
        {preview && (
          <>
            <p>
              <b>{t('registers.summary', preview)}</b>
            </p>
            {preview.badInAll > 0 && <BadCells preview={preview} />}
            {preview.badInAll === 0 && preview.changes.length === 0 && (
              <p className="note-box">{t('registers.nothing')}</p>
            )}
            {preview.changes.length > 0 && (
              <>
                <h3>{t('registers.changes')}</h3>
                <ul className="register-history">
                  {preview.changes.slice(0, SHOWN).map((change) => (
                    <li key={change.number}>
                      <span className="soft">{t('registers.badRow', { row: change.number })}</span> <b>{change.what}</b>{' '}
                      <span className={change.kind === 'added' ? 'tag ok' : 'tag info'}>
                        {t(`registers.kind.${change.kind}`)}
                      </span>
                      <FieldChanges fields={change.fields} />
                      {change.notes.map((note) => (
                        <p key={note.zh} className="note-box amber">
                          {say(note)}
                        </p>
                      ))}
                    </li>
                  ))}
                </ul>
                {preview.changes.length > SHOWN && (
                  <p className="soft">{t('registers.more', { count: preview.changes.length - SHOWN })}</p>
                )}
              </>
            )}
            {ready && (
              <Form form={form} layout="vertical" onFinish={({ reason }) => write.mutate({ reason, preview })}>
                <Form.Item
                  name="reason"
                  label={t('registers.reason')}
                  rules={[{ required: true, whitespace: true, message: t('registers.reasonNeeded') }]}
                  extra={t('registers.reasonHint')}
                >
                  <Input maxLength={200} />
                </Form.Item>
              </Form>
            )}
          </>
        )}
      </div>
    </Modal>
  );
}
