/** 每年任务: a template with its day of the year; the round makes the item of each year. */
import type { Asker } from '../asker.ts';
import type { ItemRow, itemSeries } from '../contract/action-items.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { readRows } from './read-rows.ts';

type Template = (typeof itemSeries)['_output']['template'];

export async function listSeries({ prisma }: Pick<Needs, 'prisma'>) {
  const rows = await prisma.itemSeries.findMany({ orderBy: { createdAt: 'asc' } });
  return rows.map(seriesView);
}

const seriesView = ({
  id,
  template,
  dueMonth,
  dueDay,
  leadDays,
  active,
}: {
  id: string;
  template: unknown;
  dueMonth: number;
  dueDay: number;
  leadDays: number;
  active: boolean;
}) => ({ id, template: (template as { row: Template }).row, dueMonth, dueDay, leadDays, active });

/** Looked at as an item of next year: what is wrong is told now, not in May. */
export async function createSeries(
  needs: Pick<Needs, 'prisma' | 'policy' | 'directory' | 'clock'>,
  asker: Asker,
  { template, ...day }: { template: Template; dueMonth: number; dueDay: number; leadDays: number },
) {
  const { today } = await needs.clock.read();
  const unitId = asker.memberships.find(({ role }) => role === 'secretariat')?.unitId;
  if (unitId === undefined) throw new Problem('Forbidden');
  const dueOn = dayOfYear(Number(today.slice(0, 4)) + 1, day);
  const row: ItemRow = { ...template, dueOn, milestones: [] };
  const [read] = await readRows(needs, asker, [row]);
  if (!read?.form)
    throw new Problem('RulesNotMet', {
      errors: (read?.errors ?? []).map(({ path, message }) => ({
        path: path === 'dueOn' ? 'dueDay' : `template.${path}`,
        message,
      })),
    });
  const created = await needs.prisma.itemSeries.create({
    data: { template: { row: template, form: read.form }, ...day, createdById: asker.id, unitId },
  });
  return seriesView(created);
}

const dayOfYear = (year: number, { dueMonth, dueDay }: { dueMonth: number; dueDay: number }): string =>
  `${year}-${String(dueMonth).padStart(2, '0')}-${String(dueDay).padStart(2, '0')}`;

export async function stopSeries({ prisma }: Pick<Needs, 'prisma'>, id: string): Promise<void> {
  const { count } = await prisma.itemSeries.updateMany({ where: { id, active: true }, data: { active: false } });
  if (count === 0) throw new Problem('NotFound');
}
