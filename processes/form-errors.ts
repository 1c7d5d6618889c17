/** Forms as people send them: parsed strictly, with each wrong field and its rule named in Chinese and English. */
import { z } from 'zod';
import { brokenRule } from './broken-rule.ts';
import type { Bilingual } from './case.ts';
import { fieldRules, isFieldRule } from './form-fields.ts';
import type { FieldMeta } from './process.ts';

export interface FormError {
  /** Form path with dots, e.g. `practice.rows.0.from`; empty for the form itself. */
  path: string;
  message: Bilingual;
}

export type ParsedForm<Form> = { ok: true; form: Form } | { ok: false; errors: FormError[] };

/** The form with trimmed texts and normalised numbers, or what is wrong with it: the first broken rule of each field. */
export function parseForm<Form>(schema: z.ZodType<Form>, input: unknown): ParsedForm<Form> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return { ok: true, form: result.data };
  const errors = result.error.issues.flatMap((issue) => errorsOf(schema, issue));
  return {
    ok: false,
    errors: errors.filter(({ path }, index) => errors.findIndex((other) => other.path === path) === index),
  };
}

function errorsOf(schema: z.ZodType, issue: z.core.$ZodIssue): FormError[] {
  if (issue.code === 'unrecognized_keys') {
    // The unknown key is the wrong path, not the object around it. Clip what a stranger typed.
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key.slice(0, 60)]),
      message: { zh: `表单中没有「${key.slice(0, 60)}」这一项`, en: `The form has no field "${key.slice(0, 60)}"` },
    }));
  }
  const label = labelAt(schema, issue.path);
  const own = issue.code === 'custom' ? issue.params?.rule : undefined;
  const rule = isFieldRule(own) ? fieldRules[own] : (wordsOf(issue) ?? brokenRule(issue));
  return [{ path: pathText(issue.path), message: { zh: `${label.zh}：${rule.zh}`, en: `${label.en}: ${rule.en}` } }];
}

/** A rule whose words name numbers of its own, e.g. the limits of an amount. */
const wordsOf = (issue: z.core.$ZodIssue): Bilingual | undefined =>
  issue.code === 'custom' ? (issue.params?.words as Bilingual | undefined) : undefined;

const pathText = (path: readonly PropertyKey[]) => path.map(String).join('.');

/** Labels on the way to `path`, without the section's: 企业实践经历 第 1 行 起始日期. */
function labelAt(schema: z.ZodType, path: readonly PropertyKey[]): Bilingual {
  const labels: Bilingual[] = [];
  let node: z.ZodType | undefined = schema;
  for (const key of path) {
    node = childOf(node, key);
    if (!node) break;
    const meta = metaOf(node);
    if (meta) labels.push({ zh: meta.title, en: meta.titleEn });
    else if (typeof key === 'number') labels.push({ zh: `第 ${key + 1} 行`, en: `row ${key + 1}` });
  }
  if (labels.length === 0) return { zh: '表单', en: 'Form' };
  const shown = labels.length > 1 ? labels.slice(1) : labels;
  return { zh: shown.map(({ zh }) => zh).join(' '), en: shown.map(({ en }) => en).join(', ') };
}

function childOf(schema: z.ZodType | undefined, key: PropertyKey): z.ZodType | undefined {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return inner.shape[key as string] as z.ZodType | undefined;
  if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
  return undefined;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}

/** The meta may sit on the wrapper or on what it wraps. */
function metaOf(schema: z.ZodType): FieldMeta | undefined {
  const meta = schema.meta() ?? unwrapped(schema)?.meta();
  return meta as FieldMeta | undefined;
}
