import { z } from 'zod';
import type { Policy } from './policy.ts';
import type { ProcessDefinition } from './process.ts';

/**
 * JSON Schema 2020-12 of a process's form as typed in, with the `FieldMeta` words on every field and the options that the policy sets.
 * Throws when the definition names options for a path that the form does not have.
 */
export function formJsonSchema<Form>(definition: ProcessDefinition<Form>, policy: Policy): Record<string, unknown> {
  const schema = z.toJSONSchema(definition.form, { io: 'input' }) as Record<string, unknown>;
  for (const [path, options] of Object.entries(definition.options?.(policy) ?? {})) {
    fieldAt(schema, path).options = options;
  }
  return schema;
}

function fieldAt(schema: Record<string, unknown>, path: string): Record<string, unknown> {
  let node = schema;
  for (const key of path.split('.')) {
    // A column of a table lies below its rows.
    const { properties = {} } = (node.items ?? node) as { properties?: Record<string, Record<string, unknown>> };
    const next: Record<string, unknown> | undefined = properties[key];
    if (!next) throw new Error(`the form has no field ${path}`);
    node = next;
  }
  return node;
}
