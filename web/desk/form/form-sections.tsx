import type { ReactNode } from 'react';
import { useWords } from '../../words/language.ts';
import { FieldHelp } from './field-help.tsx';
import { FieldItem } from './field-item.tsx';
import { holdsIn, type FieldPath, type FieldSchema, type Section } from './field-schema.ts';
import { useFormState } from './form-context.ts';
import { RowsField } from './rows-field.tsx';

interface Props {
  sections: Section[];
  required: string[];
  /** What a page offers in a section, by its key. */
  beside?: Record<string, ReactNode>;
}

/** The sections of a form, one column on phones, two on desks. */
export function FormSections({ sections, required, beside = {} }: Props) {
  const { language } = useWords();
  return sections.map(({ key, schema, fields }) =>
    schema.section ? (
      <section key={key} id={`section-${key}`} className="card form-section" aria-labelledby={`title-${key}`}>
        <h2 id={`title-${key}`}>{(language === 'en' && schema.titleEn) || schema.title}</h2>
        <FieldHelp schema={schema} />
        {beside[key]}
        <div className="form-grid">
          {fields.map(([name, child]) => (
            <SectionField
              key={name}
              path={[key, name]}
              schema={child}
              required={schema.required?.includes(name) ?? false}
            />
          ))}
        </div>
      </section>
    ) : (
      <section key={key} id={`section-${key}`} className="card form-section">
        <SectionField path={[key]} schema={schema} required={required.includes(key)} />
      </section>
    ),
  );
}

/** A field of a section: a table of rows, or one control. */
function SectionField({ path, schema, required }: { path: FieldPath; schema: FieldSchema; required: boolean }) {
  const { form } = useFormState();
  if (schema.widget !== 'rows') return <FieldItem path={path} schema={schema} required={required} />;
  return holdsIn(form, schema.showWhen) ? <RowsField path={path} schema={schema} /> : null;
}
