import { Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { EngagementDetail } from '../../../api/contract/engagements.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { useAct } from '../case/use-act.ts';
import { DayField } from '../form/day-field.tsx';

export type PostAct = 'suspend' | 'resume' | 'end' | 'close' | 'withdrawChange';

interface Typed {
  reason?: string;
  endedOn?: string;
}

/** One act with its reason; what it means stands above, and the dialog stays with what was typed when it is refused. */
export function PostActDialog({ post, act, onClose }: { post: EngagementDetail; act: PostAct; onClose: () => void }) {
  const { t } = useWords();
  const { act: run, busy } = useAct(post.id);
  const [form] = Form.useForm<Typed>();
  const [problem, setProblem] = useState<Problem>();
  const key = useRef(crypto.randomUUID());
  const name = t(`posts.acts.${act}`);
  const optional = act === 'withdrawChange';

  const send = async (typed: Typed) => {
    const refused = await run(() => call(post.id, act, typed, key.current), t('posts.acts.done', { act: name }));
    // What is corrected after a refusal is another request; after an outage it is the same one.
    if (refused && refused.status >= 400 && refused.status < 500) key.current = crypto.randomUUID();
    if (refused && ![403, 404, 409].includes(refused.status)) return setProblem(refused);
    onClose();
  };

  return (
    <Modal
      open
      title={name}
      okText={t('posts.acts.confirm', { act: name })}
      okButtonProps={{ danger: act === 'end' || act === 'suspend', loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>
        <b>{t('posts.acts.ofWhat', { teacher: post.teacher.name, host: post.host.name, post: post.postTitle })}</b>
      </p>
      <p className="soft modal-about">{t(`posts.acts.about.${act}`)}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void send(typed)}>
        {act === 'end' && (
          <Form.Item name="endedOn" label={t('posts.acts.endedOn')} extra={t('posts.acts.endedOnHint')}>
            <DayField />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t(optional ? 'posts.acts.reasonOptional' : 'posts.acts.reason')}
          rules={optional ? [] : [{ required: true, whitespace: true, message: t('posts.acts.reasonNeeded') }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />
        </Form.Item>
        {problem && (
          <p className="note-box seal" role="alert">
            {problem.errors?.[0]?.message ?? (problem.detail || t('problem.unreachable'))}
          </p>
        )}
      </Form>
    </Modal>
  );
}

function call(id: string, act: PostAct, { reason = '', endedOn }: Typed, idempotencyKey: string): Promise<unknown> {
  const [params, options] = [{ id }, { idempotencyKey }];
  const body = { reason: reason.trim() };
  switch (act) {
    case 'suspend':
      return api.suspendEngagement({ params, body }, options);
    case 'resume':
      return api.resumeEngagement({ params, body }, options);
    case 'end':
      return api.endEngagement({ params, body: { ...body, ...(endedOn ? { endedOn } : {}) } }, options);
    case 'close':
      return api.closeEngagement({ params, body }, options);
    case 'withdrawChange':
      return api.withdrawChange({ params, body: body.reason ? body : {} }, options);
  }
}
