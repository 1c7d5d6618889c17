/** A register and its history as the page shows them. */
import { z } from 'zod';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { type Column, type Known, type Row } from '../../processes/registers/column.ts';
import { type Register, type RegisterSlug, registers } from '../../processes/registers/registers.ts';
import type { Asker } from '../asker.ts';
import type { RegisterChangeView, RegisterView } from '../contract/registers.ts';
import { unitRef } from '../directory.ts';
import { instant, instantOrNull } from '../instant.ts';
import type { Needs } from '../needs.ts';
import type { Language } from '../problems.ts';
import { decodeCursor, encodeCursor } from '../paging.ts';
import { mayKeep } from './keepers.ts';
import { readKnown, readRegister } from './register-rows.ts';

type Reading = Pick<Needs, 'prisma' | 'policy' | 'directory'>;

export async function registerView(needs: Reading, asker: Asker, slug: RegisterSlug): Promise<RegisterView> {
  const { prisma, policy, directory } = needs;
  const register = registers[slug];
  const [known, rows, last, units] = await Promise.all([
    readKnown(prisma, policy),
    readRegister(prisma, slug),
    prisma.$queryRaw<{ key: string; at: Date; byId: string | null }[]>`
      SELECT DISTINCT ON (key) key, at, by_id AS "byId" FROM register_change WHERE register = ${slug} ORDER BY key, id DESC`,
    directory.units(),
  ]);
  const changed = new Map(last.map((each) => [each.key, each]));
  const people = await directory.people(last.map(({ byId }) => byId));
  return {
    ...{ register: slug, name: register.name, summary: register.summary, clause: policy.registers.clause },
    mayChange: mayKeep(policy, asker),
    columns: register.columns.map((column) => ({
      ...{ key: column.key, title: column.title, kind: column.kind.is, required: column.required },
      ...{ identity: column.identity === true, example: column.example },
      options: column.kind.is === 'choice' ? column.kind.of(known) : [],
    })),
    rows: rows.map(({ key, unitId, row }) => ({
      ...{ key, unit: unitRef(units, unitId), cells: row },
      changedAt: instantOrNull(changed.get(key)?.at ?? null),
      changedBy: people.orNull(changed.get(key)?.byId ?? null),
    })),
  };
}

const idCursor = z.tuple([z.string().regex(/^\d{1,18}$/)]);

interface ChangeRow {
  id: bigint;
  key: string;
  unitId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
  byId: string | null;
  at: Date;
  reason: string | null;
  batchId: string | null;
}

export async function registerChanges(
  needs: Reading,
  slug: RegisterSlug,
  language: Language,
  { key, cursor, limit }: { key?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: RegisterChangeView[]; nextCursor: string | null }> {
  const { prisma, policy, directory } = needs;
  const [last] = decodeCursor(cursor, idCursor) ?? [];
  const before = last === undefined ? null : BigInt(last);
  const rows = await prisma.$queryRaw<ChangeRow[]>`
    SELECT id, key, unit_id AS "unitId", before, after, by_id AS "byId", at, reason, batch_id AS "batchId" FROM register_change
    WHERE register = ${slug} ${key === undefined ? Sql.empty : Sql.sql`AND key = ${key}`}
      ${before === null ? Sql.empty : Sql.sql`AND id < ${before}`}
    ORDER BY id DESC LIMIT ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const [known, units, people] = await Promise.all([
    readKnown(prisma, policy),
    directory.units(),
    directory.people(shown.map(({ byId }) => byId)),
  ]);
  const register = registers[slug];
  return {
    items: shown.map((row) => {
      const [was, is] = [row.before && rowOf(register, row.before), rowOf(register, row.after)];
      return {
        ...{
          id: String(row.id),
          key: row.key,
          unit: unitRef(units, row.unitId),
          what: whatIs(register, is, known, language),
        },
        kind: was ? 'changed' : 'added',
        fields: register.columns
          .filter(({ key: column }) => (was?.[column] ?? null) !== (is[column] ?? null))
          .map((column) => ({
            title: column.title,
            before: was ? said(column, was, known, language) : null,
            after: said(column, is, known, language),
          })),
        by: people.orNull(row.byId),
        ...{ at: instant(row.at), reason: row.reason, batchId: row.batchId },
      };
    }),
    nextCursor: rows.length > limit ? encodeCursor([String(shown.at(-1)!.id)]) : null,
  };
}

/** A table's row as the trigger saw it, in the register's own columns. */
function rowOf(register: Register, stored: Record<string, unknown>): Row {
  const snake = (key: string) => key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(
    register.columns.map(({ key }) => {
      const name = register.slug === 'institutions' && key === 'unitId' ? 'id' : snake(key);
      return [key, (stored[name] ?? null) as Row[string]];
    }),
  );
}

/** A cell in words: the name of a choice rather than its value. */
export function said({ key, kind }: Column, row: Row, known: Known, language: Language): string | null {
  const value = row[key] ?? null;
  if (value === null) return null;
  if (kind.is !== 'choice') return String(value);
  return kind.of(known).find((each) => each.value === value)?.[language] ?? String(value);
}

/** 大足职教中心 660303 工业机器人; 大足职教中心 2026. */
export function whatIs(register: Register, row: Row, known: Known, language: Language): string {
  const named = register.columns.filter(({ key, identity }) => identity || key === 'name');
  const shown = register.slug === 'institutions' ? named.filter(({ key }) => key === 'name') : named;
  return shown.map((column) => said(column, row, known, language)).join(' ');
}
