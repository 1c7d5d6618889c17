import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Link } from 'react-router';
import type { ItemRowInput } from '../../../api/contract/action-items.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import '../../look/items.css';

interface TypedRow {
  meeting?: string;
  clause?: string;
  content?: string;
  measure?: string;
  leadUnits?: string[];
  supportingUnits?: string[];
  contact?: string;
  leader?: string;
  dueOn?: Dayjs;
  milestones?: { name?: string; dueOn?: Dayjs }[];
  yearly?: boolean;
}

const rowOf = ({ dueOn, milestones = [], yearly: _yearly, ...row }: TypedRow): ItemRowInput => ({
  ...row,
  contact: row.contact || undefined,
  leader: row.leader || undefined,
  dueOn: dueOn?.format('YYYY-MM-DD') ?? '',
  milestones: milestones.map((each) => ({ name: each.name ?? '', dueOn: each.dueOn?.format('YYYY-MM-DD') ?? '' })),
});

const YEARLY_LEAD_DAYS = 60;

/** 下达任务: several in one go; the server looks at every field of every one, and makes all or none. */
export function NewItemsPage() {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [form] = Form.useForm<{ items: TypedRow[] }>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const rows = Form.useWatch('items', form) ?? [];

  const show = (errors: { path: string; message: string }[]) => {
    const values = form.getFieldsValue(true) as { items: TypedRow[] };
    form.setFields(namesIn(values).map((name) => ({ name: name as never, errors: [] })));
    form.setFields(errors.map(({ path, message: words }) => ({ name: fieldOf(path) as never, errors: [words] })));
    if (errors[0]) form.scrollToField(fieldOf(errors[0].path), { block: 'center' });
  };

  const send = async ({ items }: { items: TypedRow[] }) => {
    setBusy(true);
    try {
      const { items: made } = await api.createActionItems(
        { body: { items: items.map(rowOf) } },
        { idempotencyKey: key.current },
      );
      await remember(items);
      for (const note of made.flatMap(({ notes }) => notes)) message.info(note.message[language], 8);
      message.success(t('items.new.done', { count: made.length }));
      await cache.invalidateQueries({ queryKey: ['inbox'] });
      await navigate('/items');
    } catch (error) {
      const problem = problemOf(error);
      key.current = crypto.randomUUID();
      show(problem.errors ?? []);
      message.error(
        problem.errors
          ? t('items.new.wrong', { count: problem.errors.length })
          : problem.detail || t('problem.unreachable'),
      );
    } finally {
      setBusy(false);
    }
  };

  /** What comes back each year is set down once this year's is made. */
  const remember = async (items: TypedRow[]) => {
    for (const { yearly, dueOn, milestones: _, ...template } of items) {
      if (!yearly || !dueOn) continue;
      const body = { template, dueMonth: dueOn.month() + 1, dueDay: dueOn.date(), leadDays: YEARLY_LEAD_DAYS };
      await api.createItemSeries({ body });
      message.success(t('items.new.yearlyDone'));
    }
  };

  return (
    <div className="page items new-items">
      <p className="item-back">
        <Link to="/items">{t('items.back')}</Link>
      </p>
      <div className="title">
        <h1>{t('items.new.title')}</h1>
      </div>
      <p className="soft">{t('items.new.about')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ items: [{}] }}
        onFinish={(typed) => void send(typed)}
      >
        <Form.List name="items">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key: field, name }) => (
                <section key={field} className="card">
                  <header className="new-item-head">
                    <h3>{t('items.new.nth', { n: name + 1 })}</h3>
                    {fields.length > 1 && (
                      <Button type="text" onClick={() => remove(name)}>
                        {t('items.new.remove', { n: name + 1 })}
                      </Button>
                    )}
                  </header>
                  <ItemFields name={name} />
                </section>
              ))}
              <Button
                block
                onClick={() => {
                  const { meeting } = (form.getFieldValue(['items', fields.length - 1]) ?? {}) as TypedRow;
                  add({ meeting });
                }}
              >
                {t('items.new.add')}
              </Button>
            </>
          )}
        </Form.List>
        <p className="card-end">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('items.new.send', { count: Math.max(1, rows.length) })}
          </Button>
        </p>
      </Form>
    </div>
  );
}

/** `items.2.leadUnits.0` → the field that shows it. */
function fieldOf(path: string): (string | number)[] {
  const parts = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const units = parts.findIndex((part) => part === 'leadUnits' || part === 'supportingUnits');
  return units < 0 ? parts : parts.slice(0, units + 1);
}

const namesIn = ({ items }: { items: TypedRow[] }): (string | number)[][] =>
  items.flatMap((row, at) => [
    ...['meeting', 'clause', 'content', 'measure', 'leadUnits', 'supportingUnits', 'contact', 'leader', 'dueOn'].map(
      (field) => ['items', at, field],
    ),
    ...(row.milestones ?? []).flatMap((_, number) => [
      ['items', at, 'milestones', number, 'name'],
      ['items', at, 'milestones', number, 'dueOn'],
    ]),
  ]);

function ItemFields({ name }: { name: number }) {
  const { t, say } = useWords();
  const { data } = useQuery({ queryKey: ['items', 'units'], queryFn: () => api.listItemUnits() });
  const options = data?.items.map((unit) => ({ value: unit.id, label: say(unit.name) }));
  const search = { showSearch: { optionFilterProp: 'label' as const }, options };
  return (
    <>
      <div className="pair">
        <Form.Item name={[name, 'meeting']} label={t('items.new.meeting')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name={[name, 'clause']} label={t('items.new.clause')}>
          <Input maxLength={80} />
        </Form.Item>
      </div>
      <Form.Item name={[name, 'content']} label={t('items.new.content')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name={[name, 'measure']} label={t('items.new.measure')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
      <div className="pair">
        <Form.Item name={[name, 'leadUnits']} label={t('items.new.leadUnit')}>
          <Select mode="multiple" {...search} />
        </Form.Item>
        <Form.Item name={[name, 'supportingUnits']} label={t('items.new.supportingUnits')}>
          <Select mode="multiple" {...search} />
        </Form.Item>
        <Form.Item name={[name, 'contact']} label={t('items.new.contact')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name={[name, 'leader']} label={t('items.new.leader')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name={[name, 'dueOn']} label={t('items.new.dueOn')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={[name, 'yearly']} valuePropName="checked" label={t('items.new.yearly')}>
          <Checkbox>{t('items.new.yearlyAbout')}</Checkbox>
        </Form.Item>
      </div>
      <Form.List name={[name, 'milestones']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name: at }) => (
              <div key={key} className="milestone-fields">
                <Form.Item name={[at, 'name']} label={t('items.new.milestone')}>
                  <Input maxLength={100} />
                </Form.Item>
                <Form.Item name={[at, 'dueOn']} label={t('items.new.milestoneDue')}>
                  <DatePicker style={{ width: '100%' }} />
                </Form.Item>
                <Button type="text" aria-label={t('items.new.remove', { n: at + 1 })} onClick={() => remove(at)}>
                  ×
                </Button>
              </div>
            ))}
            <Button type="dashed" onClick={() => add({})}>
              {t('items.new.addMilestone')}
            </Button>
          </>
        )}
      </Form.List>
    </>
  );
}
