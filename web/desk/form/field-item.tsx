import { Form } from 'antd';
import { useWords } from '../../words/language.ts';
import { FieldControl } from './field-control.tsx';
import { useHelpWords } from './field-help.tsx';
import { holdsIn, isWide, pathText, type FieldPath, type FieldSchema } from './field-schema.ts';
import { FilesField } from './files-field.tsx';
import { useFormState } from './form-context.ts';

interface Props {
  path: FieldPath;
  /** Inside a list, antd wants the name relative to the list. */
  name?: FieldPath;
  schema: FieldSchema;
  required: boolean;
}

/** One field: label, control, purpose, clause and example beside it; the server's word on it below. */
export function FieldItem({ path, name = path, schema, required }: Props) {
  const { t, language } = useWords();
  const helpWords = useHelpWords();
  const { form, errorAt, findingsAt, onLeave } = useFormState();
  if (schema.showWhen && !holdsIn(form, schema.showWhen)) return null;
  const at = pathText(path);
  const title = (language === 'en' && schema.titleEn) || schema.title || at;
  const error = errorAt(at);
  const wrong = findingsAt(at).filter((one) => one.level !== 'ok');
  const status =
    error || wrong.some((one) => one.level === 'error') ? 'error' : wrong.length > 0 ? 'warning' : undefined;
  const help = [error, ...wrong.map((one) => (language === 'en' ? one.message.en : one.message.zh))].filter(Boolean);
  const lone = schema.widget === 'checkbox';
  return (
    <div id={`field-${at}`} className={isWide(schema) ? 'form-field wide' : 'form-field'} onBlur={() => onLeave(at)}>
      <Form.Item
        name={name}
        label={lone ? undefined : title}
        required={required}
        valuePropName={lone ? 'checked' : 'value'}
        validateStatus={status}
        help={help.length > 0 ? help.map((line) => <span key={line}>{line}</span>) : undefined}
        extra={helpWords(schema) || undefined}
      >
        {schema.widget === 'files' ? (
          <FilesField schema={schema} label={title} />
        ) : (
          <FieldControl schema={schema} title={title} hint={t('form.choose')} />
        )}
      </Form.Item>
    </div>
  );
}
