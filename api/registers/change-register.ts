/** Spreadsheets into a register: looked at first, then written whole or not at all. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import readXlsx from 'read-excel-file/node';
import type { Known, Row } from '../../processes/registers/column.ts';
import { planChanges, type PlannedChange } from '../../processes/registers/plan-changes.ts';
import { type BadCell, readRows, readSheet } from '../../processes/registers/read-rows.ts';
import { type Register, type RegisterSlug, registers } from '../../processes/registers/registers.ts';
import type { RegisterPreview } from '../contract/registers.ts';
import type { Needs } from '../needs.ts';
import { type Language, Problem } from '../problems.ts';
import { recognised } from '../uploads/keep-upload.ts';
import type { Upload } from '../uploads/receive-upload.ts';
import { type KeptRow, readKnown, readRegister, writeRow } from './register-rows.ts';
import { said, whatIs } from './register-view.ts';

type Reading = Pick<Needs, 'prisma' | 'policy'>;

/** Bad cells shown at once. */
const MOST_BAD = 500;

export async function previewRegister(
  { prisma, policy }: Reading,
  slug: RegisterSlug,
  upload: Upload,
  language: Language,
): Promise<RegisterPreview> {
  const register = registers[slug];
  const grid = await gridOf(upload);
  const [known, current] = await Promise.all([readKnown(prisma, policy), readRegister(prisma, slug)]);
  const { rows, bad } = readSheet(register, grid, known);
  const numbers = new Map(rows.map(({ number, row }) => [register.identity(row), number]));
  const planned = planChanges(
    register,
    byIdentity(register, current),
    rows.map(({ row }) => row),
  );
  const clashes = [...bad, ...creditCodeTwice(register, rows, current)];
  const count = (kind: PlannedChange['kind']) => planned.filter((each) => each.kind === kind).length;
  return {
    rows: rows.map(({ number, row }) => ({ number, cells: row })),
    bad: clashes.slice(0, MOST_BAD),
    badInAll: clashes.length,
    ...{ added: count('added'), changed: count('changed'), same: count('same') },
    changes: planned.flatMap(({ kind, identity, row, fields, notes }) =>
      kind === 'same'
        ? []
        : [
            {
              ...{ number: numbers.get(identity) ?? 0, what: whatIs(register, row, known, language), kind, notes },
              fields: fields.map(({ column, before, after }) =>
                fieldOf(register, column, { before, after }, known, language),
              ),
            },
          ],
    ),
    basis: basisOf(
      register,
      rows.map(({ row }) => row),
      current,
    ),
  };
}

function fieldOf(
  register: Register,
  key: string,
  { before, after }: Record<'before' | 'after', Row[string]>,
  known: Known,
  language: Language,
) {
  const column = register.columns.find((each) => each.key === key)!;
  return {
    title: column.title,
    before: said(column, { [key]: before }, known, language),
    after: said(column, { [key]: after }, known, language),
  };
}

/** The first sheet. Throws FileTypeNotAllowed, FileTypeMismatch or FileUnsafe. */
async function gridOf({ path, name, size }: Upload): Promise<unknown[][]> {
  const mime = await recognised(path, name, size);
  if (!mime.endsWith('spreadsheetml.sheet')) throw new Problem('FileTypeNotAllowed');
  try {
    const [first] = await readXlsx(await readFile(path));
    return first?.data ?? [];
  } catch (error) {
    throw new Problem('FileUnsafe', {}, { cause: error });
  }
}

interface By {
  userId: string;
  reason: string;
}

/**
 * Throws RulesNotMet with every bad cell as `rows.3.code`, RegisterChanged when the register moved since the preview. Keepers who write at
 * once wait for each other.
 */
export async function changeRegister(
  { prisma, policy }: Reading,
  slug: RegisterSlug,
  { rows: typed, basis }: { rows: readonly Readonly<Record<string, unknown>>[]; basis?: string | undefined },
  { userId, reason }: By,
) {
  const register = registers[slug];
  const batchId = randomUUID();
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`register:${slug}`}))`;
      await tx.$executeRaw`SELECT set_config('lianban.actor', ${userId}, true), set_config('lianban.batch', ${batchId}, true),
        set_config('lianban.reason', ${reason}, true)`;
      const [known, current] = [await readKnown(tx, policy), await readRegister(tx, slug)];
      const { rows, bad } = readRows(
        register,
        typed.map((row, index) => ({ number: index + 1, typed: row })),
        known,
      );
      const wrong = [...bad, ...creditCodeTwice(register, rows, current)];
      if (wrong.length > 0) throw new Problem('RulesNotMet', { errors: wrong.slice(0, MOST_BAD).map(errorOf) });
      const plain = rows.map(({ row }) => row);
      if (basis !== undefined && basis !== basisOf(register, plain, current)) throw new Problem('RegisterChanged');
      const planned = planChanges(register, byIdentity(register, current), plain);
      for (const { kind, row } of planned) if (kind !== 'same') await writeRow(tx, slug, row);
      const count = (kind: PlannedChange['kind']) => planned.filter((each) => each.kind === kind).length;
      return { added: count('added'), changed: count('changed'), same: count('same'), batchId };
    },
    { maxWait: 5_000, timeout: 60_000 },
  );
}

const errorOf = ({ row, column, title, message }: BadCell) => ({
  path: `rows.${row - 1}.${column}`,
  message: { zh: `${title.zh}：${message.zh}`, en: `${title.en}: ${message.en}` },
});

const byIdentity = (register: Register, rows: KeptRow[]): Map<string, Row> =>
  new Map(rows.map(({ row }) => [register.identity(row), row]));

/** A credit code belongs to one institution: also to none that is not in this import. */
function creditCodeTwice(register: Register, rows: { number: number; row: Row }[], current: KeptRow[]): BadCell[] {
  if (register.slug !== 'institutions') return [];
  const incoming = new Map(rows.map(({ row }) => [register.identity(row), row]));
  const later = [...current.map(({ row }) => incoming.get(register.identity(row)) ?? row)];
  for (const { row } of rows) if (!later.includes(row)) later.push(row);
  return rows.flatMap(({ number, row }): BadCell[] => {
    const other = later.find((each) => each !== row && each.creditCode !== null && each.creditCode === row.creditCode);
    if (row.creditCode === null || !other) return [];
    const message = { zh: `已属于${other.name}`, en: `belongs to ${other.nameEn}` };
    const { title } = register.columns.find(({ key }) => key === 'creditCode')!;
    return [{ row: number, column: 'creditCode', cell: '', title, found: String(row.creditCode), message }];
  });
}

/** What the rows were compared with: the register's rows of the same identities. */
function basisOf(register: Register, rows: Row[], current: KeptRow[]): string {
  const asked = new Set(rows.map((row) => register.identity(row)));
  const stood = current
    .map(({ row }) => [register.identity(row), register.columns.map(({ key }) => row[key] ?? null)] as const)
    .filter(([identity]) => asked.has(identity))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(stood)).digest('base64url');
}
