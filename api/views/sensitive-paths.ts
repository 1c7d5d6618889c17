/** Form paths that a case shows masked, read off the definition's own mask: what it changes is sensitive. */
import type { AnyProcess } from '../../processes/catalogue.ts';

export function sensitivePaths(definition: AnyProcess | undefined, form: unknown): string[] {
  return definition ? differences(form, definition.masked(form), []) : [];
}

function differences(form: unknown, masked: unknown, path: string[]): string[] {
  if (typeof form === 'object' && form !== null && typeof masked === 'object' && masked !== null) {
    return Object.entries(form).flatMap(([key, value]) =>
      differences(value, (masked as Record<string, unknown>)[key], [...path, key]),
    );
  }
  return form === masked ? [] : [path.join('.')];
}

/** The value at a dotted path of own properties; undefined when there is none. */
export function valueAt(form: unknown, path: string): unknown {
  let node = form;
  for (const key of path.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
    node = (node as Record<string, unknown>)[key];
  }
  return node;
}
