import type { Bilingual } from '../../processes/case.ts';
import { type FieldSchema, type Form, sayField, sectionsOf } from '../../processes/form-view.ts';

export interface Difference {
  label: Bilingual;
  before: Bilingual;
  after: Bilingual;
}

/** What of a form was changed, field by field in the form's order. A slot of files and a table of rows say how many they hold. */
export function formDifferences(schema: FieldSchema, before: Form, after: Form): Difference[] {
  return sectionsOf(schema).flatMap(({ key: section, fields }) =>
    fields.flatMap(([key, field]): Difference[] => {
      const [was, is] = [before, after].map((form) => (form[section] as Form | undefined)?.[key]);
      if (JSON.stringify(was) === JSON.stringify(is)) return [];
      const label = { zh: field.title ?? key, en: field.titleEn ?? field.title ?? key };
      return [{ label, before: say(field, was), after: say(field, is) }];
    }),
  );
}

function say(field: FieldSchema, value: unknown): Bilingual {
  if (Array.isArray(value)) {
    const files = field.widget === 'files';
    return {
      zh: `${value.length} ${files ? '个文件' : '项'}`,
      en: `${value.length} ${files ? 'file(s)' : 'row(s)'}`,
    };
  }
  return sayField(field, value);
}
