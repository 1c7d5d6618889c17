import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useWords } from '../../words/language.ts';
import { FieldHelp } from './field-help.tsx';
import { FieldItem } from './field-item.tsx';
import { pathText, type FieldPath, type FieldSchema } from './field-schema.ts';
import { useFormState } from './form-context.ts';

/** A table of rows, each a card of its own: as usable under a thumb as under a mouse. */
export function RowsField({ path, schema }: { path: FieldPath; schema: FieldSchema }) {
  const { t, language } = useWords();
  const { errorAt, findingsAt } = useFormState();
  const title = (language === 'en' && schema.titleEn) || schema.title || pathText(path);
  const at = pathText(path);
  const wrong = findingsAt(at).filter((one) => one.level !== 'ok');
  const error = errorAt(at);
  const item = schema.items ?? {};
  return (
    <fieldset className="rows" id={`field-${at}`}>
      <legend>{title}</legend>
      <FieldHelp schema={schema} />
      <Form.List name={path}>
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="row-card">
                <header>
                  <b>{t('form.row', { number: row.name + 1 })}</b>
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined aria-hidden="true" />}
                    aria-label={t('form.removeRow', { title, number: row.name + 1 })}
                    onClick={() => remove(row.name)}
                  >
                    {t('form.remove')}
                  </Button>
                </header>
                <div className="form-grid three">
                  {Object.entries(item.properties ?? {}).map(([key, child]) => (
                    <FieldItem
                      key={key}
                      path={[...path, row.name, key]}
                      name={[row.name, key]}
                      schema={child}
                      required={item.required?.includes(key) ?? false}
                    />
                  ))}
                </div>
              </div>
            ))}
            {(error || wrong.length > 0) && (
              <p className="rows-wrong" role="alert">
                {[error, ...wrong.map((one) => (language === 'en' ? one.message.en : one.message.zh))]
                  .filter(Boolean)
                  .join('；')}
              </p>
            )}
            <Button
              type="dashed"
              block
              icon={<PlusOutlined aria-hidden="true" />}
              disabled={rows.length >= (schema.maxItems ?? 100)}
              onClick={() => add({})}
            >
              {t('form.addRow', { title })}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
