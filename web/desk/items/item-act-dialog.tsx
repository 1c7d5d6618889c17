import { DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import type { ItemActBody, ItemView } from '../../../api/contract/action-items.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import { lightNames, type OpenLight } from '../../../processes/meeting-action-items/lights.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { useAct } from '../case/use-act.ts';
import { FilesField } from '../form/files-field.tsx';
import { UnitPeople } from './unit-people.tsx';

type Act = ItemView['acts'][number];

interface Typed {
  text?: string;
  milestone?: number;
  dueOn?: Dayjs;
  fileIds?: string[];
  userId?: string;
  light?: OpenLight | 'computed';
}

const openLights: OpenLight[] = ['red', 'orange', 'yellow', 'green'];

/** One act with what it needs; stays with what was typed when it is refused. */
export function ItemActDialog({ item, act, onClose }: { item: ItemView; act: Act; onClose: () => void }) {
  const { t } = useWords();
  const { act: run, busy } = useAct(item.id);
  const [form] = Form.useForm<Typed>();
  const [problem, setProblem] = useState<Problem>();
  const key = useRef(crypto.randomUUID());
  const light = Form.useWatch('light', form);
  const needsText = !(act === 'milestone' || (act === 'set-light' && light === 'computed'));

  const send = async (typed: Typed) => {
    const refused = await run(
      () =>
        api.actOnActionItem(
          { params: { id: item.id }, body: bodyOf(act, typed) },
          // What was corrected after a refusal is another request.
          { idempotencyKey: key.current },
        ),
      t('items.dialog.done', { act: t(`items.acts.${act}`) }),
    );
    key.current = crypto.randomUUID();
    if (refused && ![403, 404, 409].includes(refused.status)) return setProblem(refused);
    onClose();
  };

  return (
    <Modal
      open
      title={t(`items.acts.${act}`)}
      okText={t(`items.acts.${act}`)}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void send(typed)}>
        <Fields item={item} act={act} />
        <Form.Item
          name="text"
          label={t(act === 'milestone' || act === 'ask-close-out' ? 'items.dialog.text' : 'items.dialog.reason')}
          rules={needsText ? [{ required: true, whitespace: true, message: t('items.dialog.textNeeded') }] : []}
        >
          <Input.TextArea rows={3} maxLength={2000} />
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

/** What each act asks besides words. */
function Fields({ item: of, act: kind }: { item: ItemView; act: Act }) {
  const { t, say } = useWords();
  switch (kind) {
    case 'milestone': {
      const left = of.milestones.filter(({ doneOn }) => doneOn === null);
      return (
        <>
          <Form.Item name="milestone" label={t('items.dialog.which')} initialValue={left[0]?.number}>
            <Select options={left.map(({ number, name }) => ({ value: number, label: name }))} />
          </Form.Item>
          <Form.Item name="fileIds" label={t('items.dialog.files')}>
            <FilesField schema={{ maxItems: 20 }} label={t('items.dialog.files')} />
          </Form.Item>
        </>
      );
    }
    case 'ask-extension':
    case 'reopen':
      return (
        <>
          {kind === 'ask-extension' && <p className="note-box">{t('items.dialog.extensionNote')}</p>}
          <Form.Item
            name="dueOn"
            label={t('items.dialog.newDue')}
            rules={[{ required: true, message: t('items.dialog.dueNeeded') }]}
          >
            <DatePicker
              style={{ width: '100%' }}
              minDate={kind === 'ask-extension' ? dayjs(of.askedDueOn).add(1, 'day') : dayjs()}
            />
          </Form.Item>
        </>
      );
    case 'ask-close-out':
      return (
        <>
          <p className="note-box">{t('items.dialog.closeOutNote')}</p>
          <Form.Item
            name="fileIds"
            label={t('items.dialog.files')}
            rules={[{ required: true, message: t('items.dialog.filesNeeded') }]}
          >
            <FilesField schema={{ maxItems: 20 }} label={t('items.dialog.files')} />
          </Form.Item>
        </>
      );
    case 'change-contact':
      return (
        <Form.Item
          name="userId"
          label={t('items.dialog.person')}
          rules={[{ required: true, message: t('items.dialog.personNeeded') }]}
        >
          <UnitPeople unitId={of.lead.id} except={of.contact?.id} />
        </Form.Item>
      );
    case 'set-light':
      return (
        <>
          <p className="note-box">{t('items.dialog.lightNote')}</p>
          <Form.Item
            name="light"
            label={t('items.dialog.light')}
            rules={[{ required: true, message: t('act.fill', { field: t('items.dialog.light') }) }]}
          >
            <Radio.Group
              className="stacked"
              options={[
                ...openLights.map((value) => ({ value: value as string, label: say(lightNames[value]) })),
                ...(of.overridden ? [{ value: 'computed', label: t('items.dialog.computed') }] : []),
              ]}
            />
          </Form.Item>
        </>
      );
  }
}

function bodyOf(kind: Act, { text = '', milestone = 0, dueOn, fileIds = [], userId = '', light }: Typed): ItemActBody {
  const day = dueOn?.format('YYYY-MM-DD') ?? '';
  switch (kind) {
    case 'milestone':
      return { kind, milestone, fileIds, text };
    case 'ask-extension':
    case 'reopen':
      return { kind, dueOn: day, text };
    case 'ask-close-out':
      return { kind, fileIds, text };
    case 'change-contact':
      return { kind, userId, text };
    case 'set-light':
      return { kind, light: light === undefined || light === 'computed' ? null : light, text };
  }
}
