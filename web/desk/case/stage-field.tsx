import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { DecideAction } from '../../../api/contract/actions.ts';
import type { Bilingual } from '../../../processes/case.ts';
import { formatYuan, readMoney } from '../../../processes/money.ts';
import { useWords } from '../../words/language.ts';
import { DayField } from '../form/day-field.tsx';
import { FilesField } from '../form/files-field.tsx';
import { MoneyField } from '../form/money-field.tsx';

/** A stage's own field of a decision: a score, a finding, the experts named. Nothing is preselected. */
export function StageField({ field }: { field: DecideAction['fields'][number] }) {
  const { t, say } = useWords();
  const rules = [{ required: field.required, message: t('act.fill', { field: say(field.label) }) }];
  const name = ['data', field.name];
  switch (field.kind) {
    case 'number':
      return (
        <Form.Item name={name} label={say(field.label)} rules={rules}>
          <InputNumber
            autoFocus
            min={field.min}
            max={field.max}
            inputMode="decimal"
            placeholder={`${field.min}–${field.max}`}
            style={{ width: '100%' }}
          />
        </Form.Item>
      );
    case 'money':
      return (
        <Form.Item
          name={name}
          label={`${say(field.label)}（${formatYuan(field.minFen)}–${formatYuan(field.maxFen)}）`}
          rules={[...rules, { validator: (_, typed) => amountRule(typed, field, say) }]}
        >
          <MoneyField limits={field} />
        </Form.Item>
      );
    case 'text':
      return (
        <Form.Item name={name} label={say(field.label)} rules={[...rules, { whitespace: field.required }]}>
          {field.multiline ? (
            <Input.TextArea maxLength={field.maxLength} autoSize={{ minRows: 3, maxRows: 8 }} />
          ) : (
            <Input maxLength={field.maxLength} autoComplete="off" />
          )}
        </Form.Item>
      );
    case 'day':
      return (
        <Form.Item name={name} label={say(field.label)} rules={rules}>
          <DayField />
        </Form.Item>
      );
    case 'files':
      return (
        <Form.Item name={name} label={say(field.label)} rules={rules}>
          <FilesField schema={{ maxItems: field.max }} label={say(field.label)} />
        </Form.Item>
      );
    case 'choice':
      return (
        <Form.Item name={name} label={say(field.label)} rules={rules}>
          <Radio.Group
            className="stacked"
            options={field.options.map((option) => ({ value: option.value, label: say(option.label) }))}
          />
        </Form.Item>
      );
    case 'people':
      return (
        <Form.Item
          name={name}
          label={`${say(field.label)}（${t('act.nameSome', { count: field.count })}）`}
          rules={rules}
        >
          <Select
            mode="multiple"
            maxCount={field.count}
            showSearch={{ optionFilterProp: 'label' }}
            options={field.candidates.map((one) => ({
              value: one.id,
              label: `${one.name}　${one.unit ? say(one.unit.name) : ''}`,
            }))}
          />
        </Form.Item>
      );
  }
}

/** Empty is another rule's business. */
async function amountRule(
  typed: number | string | undefined,
  limits: { minFen: number; maxFen: number },
  say: (words: Bilingual) => string,
): Promise<void> {
  if (typed === undefined || typed === '') return;
  const read = readMoney(typed, limits);
  if (!read.ok) throw new Error(say(read.message));
}
