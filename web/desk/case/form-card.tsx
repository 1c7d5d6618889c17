import type { CaseView } from '../../../api/contract/cases.ts';
import { isPledge, isWide, sectionsShown } from '../../../processes/form-view.ts';
import type { FieldPath, FieldSchema, Form } from '../../../processes/form-view.ts';
import { useWords } from '../../words/language.ts';
import { FieldValue } from './field-value.tsx';
import { RowsValue } from './rows-value.tsx';

/** The form as sent, read-only; evidence stands among the attachments, empty fields are not shown. */
export function FormCard({ file }: { file: CaseView }) {
  const { t, language } = useWords();
  const form = file.form as Form;
  const unmask = file.actions.find((one) => one.kind === 'unmask');
  const shown = sectionsShown(file.formSchema, form);
  const title = (field: FieldSchema, key: string) => (language === 'en' && field.titleEn) || field.title || key;
  return (
    <section className="card">
      <h2>{t('case.form')}</h2>
      {shown.map(({ key: section, schema, fields }) => (
        <div key={section} className="form-view">
          <h3>{title(schema, section)}</h3>
          <dl className="facts two">
            {fields
              .filter(([, field]) => field.widget !== 'rows')
              .map(([key, field]) => {
                const path: FieldPath = [section, key];
                return (
                  <div key={key} className={isWide(field) ? 'pair wide' : 'pair'}>
                    <dt>{isPledge(field) ? t('case.pledged') : title(field, key)}</dt>
                    <dd>
                      <FieldValue
                        caseId={file.id}
                        path={path}
                        field={field}
                        value={(form[section] as Form)[key]}
                        mayUnmask={unmask?.paths.includes(path.join('.')) ?? false}
                      />
                    </dd>
                  </div>
                );
              })}
          </dl>
          {fields
            .filter(([, field]) => field.widget === 'rows')
            .map(([key, field]) => (
              <RowsValue
                key={key}
                title={fields.length > 1 ? title(field, key) : ''}
                field={field}
                rows={(form[section] as Form)[key] as Form[]}
              />
            ))}
        </div>
      ))}
    </section>
  );
}
