import { Form, InputNumber, Radio, Select } from 'antd';
import type { DecideAction } from '../../../api/contract/actions.ts';
import { useWords } from '../../words/language.ts';

/** A stage's own field of a decision: a score, a finding, the experts named. Nothing is preselected. */
export function StageField({ field }: { field: DecideAction['fields'][number] }) {
  const { t, say } = useWords();
  const rules = [{ required: field.required, message: t('act.fill', { field: say(field.label) }) }];
  const name = ['data', field.name];
  switch (field.kind) {
    case 'number':
      return (
        <Form.Item name={name} label={say(field.label)} rules={rules}>
          <InputNumber min={field.min} max={field.max} style={{ width: '100%' }} />
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
