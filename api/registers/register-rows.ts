/** The registers' rows as they stand in their tables. */
import type { Prisma } from '../../prisma/client.ts';
import type { Prisma as Generated } from '../../prisma/generated/client.ts';
import type { Known, Row } from '../../processes/registers/column.ts';
import type { RegisterSlug } from '../../processes/registers/registers.ts';
import type { Policy } from '../../processes/policy.ts';
import { shanghaiDate } from '../../processes/working-days.ts';

type Reader = Prisma | Generated.TransactionClient;

export interface KeptRow {
  /** As in its history: a unit's id, a program's, `unit:year`. */
  key: string;
  unitId: string;
  row: Row;
}

export async function readKnown(prisma: Reader, policy: Policy): Promise<Known> {
  const units = await prisma.unit.findMany({ select: { id: true, name: true, kind: true }, orderBy: { id: 'asc' } });
  const { industries } = policy.processes['program-funding'];
  return { today: shanghaiDate(Date.now()), units, industries };
}

export async function readRegister(prisma: Reader, register: RegisterSlug): Promise<KeptRow[]> {
  switch (register) {
    case 'institutions': {
      const rows = await prisma.unit.findMany({
        where: { kind: { in: ['school', 'enterprise'] } },
        orderBy: [{ kind: 'desc' }, { id: 'asc' }],
      });
      return rows.map(({ id, name, nameEn, kind, level, creditCode, openedYear, closedYear }) => ({
        ...{ key: id, unitId: id },
        row: { unitId: id, name, nameEn, kind, level, creditCode, openedYear, closedYear },
      }));
    }
    case 'programs': {
      const rows = await prisma.program.findMany({ orderBy: [{ unitId: 'asc' }, { code: 'asc' }] });
      return rows.map(({ id, ...row }) => ({ key: id, unitId: row.unitId, row }));
    }
    case 'head-counts': {
      const rows = await prisma.headCount.findMany({ orderBy: [{ year: 'desc' }, { unitId: 'asc' }] });
      return rows.map((row) => ({ key: `${row.unitId}:${row.year}`, unitId: row.unitId, row: { ...row } }));
    }
  }
}

/** Writes one row; the database keeps its history. */
export async function writeRow(tx: Generated.TransactionClient, register: RegisterSlug, row: Row): Promise<void> {
  switch (register) {
    case 'institutions': {
      const { unitId, ...cells } = row as unknown as { unitId: string } & Omit<InstitutionRow, 'id'>;
      await tx.unit.upsert({ where: { id: unitId }, create: { id: unitId, ...cells }, update: cells });
      return;
    }
    case 'programs': {
      const cells = row as unknown as ProgramRow;
      const { unitId, code } = cells;
      await tx.program.upsert({ where: { unitId_code: { unitId, code } }, create: cells, update: cells });
      return;
    }
    case 'head-counts': {
      const cells = row as unknown as HeadCountRow;
      const { unitId, year } = cells;
      await tx.headCount.upsert({ where: { unitId_year: { unitId, year } }, create: cells, update: cells });
    }
  }
}

// What `readRows` has made sure of.
type InstitutionRow = Generated.UnitUncheckedCreateInput;
type ProgramRow = Generated.ProgramUncheckedCreateInput;
type HeadCountRow = Generated.HeadCountUncheckedCreateInput;
