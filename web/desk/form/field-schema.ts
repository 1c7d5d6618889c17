/** What the form is drawn from, and what is sent of it. */
import { holdsIn } from '../../../processes/form-view.ts';
import type { FieldPath, FieldSchema, Form } from '../../../processes/form-view.ts';

export { holdsIn, isWide, pathOf, sectionsOf, valueAt } from '../../../processes/form-view.ts';
export type { FieldPath, FieldSchema, Form, Section } from '../../../processes/form-view.ts';

export const pathText = (path: FieldPath): string => path.join('.');

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
