import { useWords } from '../../words/language.ts';
import { FieldHelp } from './field-help.tsx';
import { FieldItem } from './field-item.tsx';
import type { Section } from './field-schema.ts';

/** The sections of a form, one column on phones, two on desks. */
export function FormSections({ sections, required }: { sections: Section[]; required: string[] }) {
  const { language } = useWords();
  return sections.map(({ key, schema, fields }) =>
    schema.section ? (
      <section key={key} id={`section-${key}`} className="card form-section" aria-labelledby={`title-${key}`}>
        <h2 id={`title-${key}`}>{(language === 'en' && schema.titleEn) || schema.title}</h2>
        <FieldHelp schema={schema} />
        <div className="form-grid">
          {fields.map(([name, child]) => (
            <FieldItem
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
        <FieldItem path={[key]} schema={schema} required={required.includes(key)} />
      </section>
    ),
  );
}
