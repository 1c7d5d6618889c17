/** What rows would do to a register: added, changed field by field, or the same as what stands there. */
import type { Bilingual } from '../case.ts';
import type { Row } from './column.ts';
import type { Register } from './registers.ts';

export interface FieldChange {
  column: string;
  before: Row[string];
  after: Row[string];
}

export interface PlannedChange {
  identity: string;
  kind: 'added' | 'changed' | 'same';
  row: Row;
  fields: FieldChange[];
  /** Worth a second look; nothing is refused for it. */
  notes: Bilingual[];
}

/** `current`: the register's rows by identity. */
export function planChanges(
  register: Register,
  current: ReadonlyMap<string, Row>,
  rows: readonly Row[],
): PlannedChange[] {
  return rows.map((row) => {
    const identity = register.identity(row);
    const before = current.get(identity);
    const fields = register.columns.flatMap(({ key }): FieldChange[] => {
      const [was, is] = [before?.[key] ?? null, row[key] ?? null];
      return was === is ? [] : [{ column: key, before: was, after: is }];
    });
    const kind = before === undefined ? 'added' : fields.length > 0 ? 'changed' : 'same';
    return { identity, kind, row, fields, notes: kind === 'same' ? [] : notesOn(register, row, before, current) };
  });
}

/** A head count that is more than half away from the one before it is probably a slip of the pen. */
function notesOn(
  { slug, identity }: Register,
  row: Row,
  before: Row | undefined,
  current: ReadonlyMap<string, Row>,
): Bilingual[] {
  if (slug !== 'head-counts') return [];
  const lastYear = current.get(identity({ ...row, year: Number(row.year) - 1 }));
  const other = before ?? lastYear;
  return (['fullTime', 'students'] as const).flatMap((key) => {
    const [was, is] = [Number(other?.[key] ?? 0), Number(row[key] ?? 0)];
    if (was === 0 || is === 0 || (is * 2 >= was && is * 2 <= was * 3)) return [];
    const name = key === 'fullTime' ? { zh: '专任教师数', en: 'full-time teachers' } : { zh: '学生数', en: 'students' };
    return [{ zh: `${name.zh}变化过半：${was} → ${is}，请核对`, en: `${name.en}: ${was} → ${is}, more than half` }];
  });
}
