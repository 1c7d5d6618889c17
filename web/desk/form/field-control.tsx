import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useWords } from '../../words/language.ts';
import { DayField } from './day-field.tsx';
import { holdsIn, type FieldSchema } from './field-schema.ts';
import { useFormState } from './form-context.ts';
import { MoneyField } from './money-field.tsx';

interface Props {
  /** Given by antd's Form.Item: id, value, onChange. */
  id?: string;
  value?: unknown;
  checked?: boolean;
  onChange?: (value: unknown) => void;
  schema: FieldSchema;
  title: string;
  hint: string;
}

/** The control a field's widget asks for. */
export function FieldControl({ id, value, checked, onChange, schema, title, hint }: Props) {
  const { language } = useWords();
  const { form } = useFormState();
  const options = schema.options
    ?.filter((option) => holdsIn(form, option.showWhen))
    .map((option) => ({ value: option.value, label: language === 'en' ? option.en : option.zh }));
  switch (schema.widget) {
    case 'textarea':
      return (
        <Input.TextArea
          id={id}
          value={value as string}
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={schema.maxLength}
          showCount
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
    case 'money':
      return <MoneyField id={id} value={value as number | string} limits={schema.money} onChange={onChange} />;
    case 'number':
      return (
        <InputNumber
          id={id}
          value={value as number}
          min={schema.minimum}
          max={schema.maximum}
          precision={schema.type === 'integer' ? 0 : undefined}
          step={schema.type === 'integer' ? 1 : 0.5}
          inputMode={schema.type === 'integer' ? 'numeric' : 'decimal'}
          style={{ width: '100%' }}
          onChange={(typed) => onChange?.(typed ?? undefined)}
        />
      );
    case 'date':
    case 'month':
      return <DayField id={id} value={value as string} onChange={onChange} />;
    case 'select':
      return (
        <Select
          id={id}
          value={value as string}
          placeholder={hint}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          styles={{ popup: { root: { maxWidth: 'calc(100vw - 32px)' } } }}
          classNames={{ popup: { root: 'wrap-options' } }}
          options={options}
          onChange={(chosen: string) => onChange?.(chosen)}
        />
      );
    case 'radio':
      return (
        <Radio.Group id={id} value={value} options={options} onChange={(event) => onChange?.(event.target.value)} />
      );
    case 'checkbox':
      return (
        <Checkbox id={id} checked={checked} onChange={(event) => onChange?.(event.target.checked)}>
          {title}
        </Checkbox>
      );
    case 'files':
    case 'rows':
    case 'text':
    case undefined:
      return (
        <Input
          id={id}
          value={value as string}
          maxLength={schema.maxLength}
          autoComplete={schema.sensitive ? 'off' : undefined}
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
  }
}
