import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Problem } from '../../../api/contract/problem.ts';
import type { FieldOption } from '../../../processes/process.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf, queryClient } from '../api.ts';
import { DayField } from '../form/day-field.tsx';
import { processQuery } from '../queries.ts';

interface Typed {
  title: string;
  heldOn: string;
  startsAt: string;
  place: string;
  chair: string;
  dueOn: string;
  note?: string;
  members?: string[];
}

/** 召开会议: when and where, topics until when, which units. The rules answer field by field. */
export function CallMeeting({ onClose }: { onClose: () => void }) {
  const { t, say } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { data: process } = useQuery(processQuery('joint-meeting'));
  const [form] = Form.useForm<Typed>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const units = optionsOf(process?.form);
  const members = Form.useWatch('members', form) ?? units.map(({ value }) => value);

  const call = async (typed: Typed) => {
    setBusy(true);
    setProblem(undefined);
    const { title, heldOn, startsAt, place, chair, dueOn, note } = typed;
    try {
      const { id } = await api.submitCase(
        {
          body: {
            process: 'joint-meeting',
            form: {
              meeting: { title, heldOn, startsAt, place, chair },
              topics: { dueOn, ...(note?.trim() && { note }) },
              members: members.map((unit) => ({ unit })),
            },
          },
        },
        { idempotencyKey: key.current },
      );
      message.success(t('meetings.calling.done'));
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
      await navigate(`/meetings/${id}`);
    } catch (error) {
      const refused = problemOf(error);
      key.current = crypto.randomUUID();
      for (const { path, message: words } of refused.errors ?? []) {
        const name = fieldOf[path];
        if (name) form.setFields([{ name, errors: [words] }]);
      }
      if (!(refused.errors ?? []).some(({ path }) => fieldOf[path])) setProblem(refused);
      setBusy(false);
    }
  };

  const needed = (field: string) => [
    { required: true, whitespace: true, message: t('meetings.calling.needed', { field }) },
  ];
  return (
    <Modal
      open
      width={640}
      title={t('meetings.calling.title')}
      okText={t('meetings.calling.go')}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void call(typed)}>
        <Form.Item name="title" label={t('meetings.calling.name')} rules={needed(t('meetings.calling.name'))}>
          <Input maxLength={60} />
        </Form.Item>
        <div className="meeting-pair">
          <Form.Item name="heldOn" label={t('meetings.calling.heldOn')} rules={needed(t('meetings.calling.heldOn'))}>
            <DayField />
          </Form.Item>
          <Form.Item
            name="startsAt"
            label={t('meetings.calling.startsAt')}
            rules={[{ required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t('meetings.calling.time') }]}
          >
            <Input type="time" />
          </Form.Item>
        </div>
        <div className="meeting-pair">
          <Form.Item name="place" label={t('meetings.calling.place')} rules={needed(t('meetings.calling.place'))}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="chair" label={t('meetings.calling.chair')} rules={needed(t('meetings.calling.chair'))}>
            <Input maxLength={50} />
          </Form.Item>
        </div>
        <Form.Item
          name="dueOn"
          label={t('meetings.calling.dueOn')}
          extra={t('meetings.calling.dueHint')}
          rules={needed(t('meetings.calling.dueOn'))}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="note" label={t('meetings.calling.note')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
        <Form.Item
          name="members"
          label={t('meetings.calling.members')}
          extra={t('meetings.calling.membersHint')}
          initialValue={undefined}
        >
          <Members options={units.map(({ value, zh, en }) => ({ value, label: say({ zh, en }) }))} />
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

interface MembersProps {
  options: { value: string; label: string }[];
  value?: string[];
  onChange?: (units: string[]) => void;
}

/** Everybody until somebody is left out. */
function Members({ options, value = options.map((option) => option.value), onChange }: MembersProps) {
  const { t } = useWords();
  return (
    <div className="meeting-units">
      <Checkbox
        checked={value.length === options.length}
        indeterminate={value.length > 0 && value.length < options.length}
        onChange={(event) => onChange?.(event.target.checked ? options.map((option) => option.value) : [])}
      >
        {t('meetings.calling.everyone')}
      </Checkbox>
      <Checkbox.Group options={options} value={value} onChange={(units) => onChange?.(units)} />
    </div>
  );
}

const fieldOf: Partial<Record<string, keyof Typed>> = {
  'form.meeting.title': 'title',
  'form.meeting.heldOn': 'heldOn',
  'form.meeting.startsAt': 'startsAt',
  'form.meeting.place': 'place',
  'form.meeting.chair': 'chair',
  'form.topics.dueOn': 'dueOn',
  'form.topics.note': 'note',
};

/** The members that the policy names travel with the form's schema. */
function optionsOf(schema: unknown): FieldOption[] {
  const { properties } = (schema ?? {}) as {
    properties?: { members?: { items?: { properties?: { unit?: { options?: FieldOption[] } } } } };
  };
  return properties?.members?.items?.properties?.unit?.options ?? [];
}
