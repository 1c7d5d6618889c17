/** What the form is drawn from: JSON Schema 2020-12 with the words of FieldMeta on every node. */
import type { FieldMeta } from '../../../processes/process.ts';

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

export const pathText = (path: FieldPath): string => path.join('.');
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
    fields: child.section ? Object.entries(child.properties ?? {}) : [],
  }));

/**
 * What is sent: fields that are not shown now go out of it, empty texts too, so that an optional field left empty is left out.
 * A list keeps its rows.
 */
export const formToSend = (schema: FieldSchema, form: Form): Form => {
  const keep = (node: FieldSchema, value: unknown): unknown => {
    if (node.showWhen && !holdsIn(form, node.showWhen)) return undefined;
    if (node.type === 'object') {
      const fields = Object.entries(node.properties ?? {}).map(([key, child]) => [
        key,
        keep(child, (value as Form | undefined)?.[key]),
      ]);
      return Object.fromEntries(fields.filter(([, kept]) => kept !== undefined));
    }
    if (node.type === 'array' && node.items?.type === 'object') {
      return (Array.isArray(value) ? value : []).map((row) => keep(node.items ?? {}, row));
    }
    return value === '' || value === null ? undefined : value;
  };
  return keep({ ...schema, type: 'object' }, form) as Form;
};
