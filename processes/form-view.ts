/** A form as it is read: its sections and fields from the JSON Schema that carries the words of FieldMeta, and each value in words. */
import type { Bilingual } from './case.ts';
import { formatYuan } from './money.ts';
import type { FieldMeta } from './process.ts';

/** JSON Schema 2020-12 with the words of FieldMeta on every node. */
export interface FieldSchema extends Partial<FieldMeta> {
  type?: string;
  properties?: Record<string, FieldSchema>;
  items?: FieldSchema;
  required?: string[];
  enum?: (string | number)[];
  maxLength?: number;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  default?: unknown;
}

export type Form = Record<string, unknown>;
export type FieldPath = (string | number)[];

export const pathOf = (text: string): FieldPath =>
  text.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

export const valueAt = (form: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key], form);

interface Condition {
  path: string;
  in: (string | boolean | number)[];
}

export const holdsIn = (form: Form, conditions: Condition | Condition[] | undefined): boolean => {
  const all = conditions === undefined ? [] : Array.isArray(conditions) ? conditions : [conditions];
  return all.every((one) => one.in.includes(valueAt(form, pathOf(one.path)) as string));
};

/** Takes a whole line: long texts, uploads, and choices whose words are long. */
export const isWide = (field: FieldSchema): boolean =>
  field.widget === 'textarea' ||
  field.widget === 'files' ||
  field.widget === 'checkbox' ||
  (field.options ?? []).some((option) => option.zh.length > 16);

export interface Section {
  key: string;
  schema: FieldSchema;
  fields: [string, FieldSchema][];
}

/** Sections in the order of the form; fields that stand alone make a section each. */
export const sectionsOf = (schema: FieldSchema): Section[] =>
  Object.entries(schema.properties ?? {}).map(([key, child]) => ({
    key,
    schema: child,
    fields: child.section ? Object.entries(child.properties ?? {}).filter(([, field]) => !field.hidden) : [],
  }));

/** The same, with only what a reader of this form sees: evidence stands among the attachments, empty fields are not shown. */
export const sectionsShown = (schema: FieldSchema, form: Form): Section[] =>
  sectionsOf(schema)
    .map((section) => ({
      ...section,
      fields: section.fields.filter(([key, field]) =>
        isShown(field, form, (form[section.key] as Form | undefined)?.[key]),
      ),
    }))
    .filter((section) => section.fields.length > 0);

const isShown = (field: FieldSchema, form: Form, value: unknown): boolean => {
  if (field.widget === 'files' || (field.showWhen && !holdsIn(form, field.showWhen))) return false;
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== null;
};

/** Columns of a table of rows: those that any row fills. */
export const columnsShown = (field: FieldSchema, rows: Form[]): [string, FieldSchema][] =>
  Object.entries(field.items?.properties ?? {}).filter(
    ([key, column]) => !column.hidden && rows.some((row) => row[key] !== undefined),
  );

/** Title of the evidence slot or field at a form path, e.g. `evidence.degree.0`; undefined where the form has none. */
export const fieldAt = (schema: FieldSchema, path: string): FieldSchema | undefined =>
  pathOf(path)
    .filter((key) => typeof key === 'string')
    .reduce<FieldSchema | undefined>((node, key) => node?.properties?.[key], schema);

/** The clause behind a field: its own, or that of the table or section it stands in. */
export function clauseAt(schema: FieldSchema, path: string): string | undefined {
  let node: FieldSchema | undefined = schema;
  let clause = node.clause;
  for (const key of pathOf(path)) {
    node = typeof key === 'number' ? node?.items : node?.properties?.[key];
    clause = node?.clause ?? clause;
  }
  return clause;
}

/** A box that has to be ticked reads as its sentence; one that may be left alone reads as yes or no. */
export const isPledge = ({ widget, default: leftAlone }: FieldSchema): boolean =>
  widget === 'checkbox' && leftAlone === undefined;

/** A field's value in words. A day stays `YYYY-MM-DD`, money is yuan: the label says so, the value is fen. */
export function sayField(field: FieldSchema, value: unknown): Bilingual {
  if (value === undefined || value === null || value === '') return same('—');
  const option = field.options?.find((one) => one.value === value);
  if (option) return { zh: option.zh, en: option.en };
  if (field.widget === 'checkbox' && (!isPledge(field) || value !== true))
    return value === true ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (field.widget === 'checkbox') return { zh: field.title ?? '', en: field.titleEn ?? '' };
  if (field.widget === 'money' && Number.isSafeInteger(value)) return same(formatYuan(value as number));
  return same(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

const same = (text: string): Bilingual => ({ zh: text, en: text });
