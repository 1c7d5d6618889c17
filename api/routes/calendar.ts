import { calendarYearProblems } from '../../processes/calendar-year.ts';
import { calendarFor, deadline } from '../../processes/working-days.ts';
import { caseWorkflowId, calendarChanged } from '../../workflows/messages.ts';
import type { Handlers } from '../call.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { deadlineView } from '../office-clock.ts';
import { Problem } from '../problems.ts';

export function calendarRoutes({
  prisma,
  clock,
  temporal,
  security,
  log,
}: Needs): Handlers<'getDeadline' | 'listCalendarYears' | 'importCalendarYear'> {
  return {
    async getDeadline({ query }) {
      const { start, workingDays, days } = query;
      if ((workingDays === undefined) === (days === undefined)) {
        const message = { zh: 'workingDays 与 days 须给出其一', en: 'give either workingDays or days' };
        throw new Problem('BadRequest', { errors: [{ path: 'query.workingDays', message }] });
      }
      const rule = workingDays !== undefined ? { workingDays } : { days: days ?? 1 };
      const { calendar } = await clock.read();
      const found = deadline(Date.parse(`${start}T12:00:00+08:00`), rule, calendar);
      const view = deadlineView(found);
      return { start, due: view.on, dueAt: view.at, provisional: found.provisional, derivation: view };
    },

    async listCalendarYears() {
      const imported = await prisma.calendarYear.findMany();
      const { years, holidays, makeUpDays } = calendarFor(imported);
      const of = (year: number, days: object) =>
        Object.keys(days)
          .filter((day) => day.startsWith(String(year)))
          .toSorted();
      return {
        items: years.map((year) => {
          const row = imported.find((each) => each.year === year);
          return {
            year,
            holidays: of(year, holidays),
            makeUpDays: of(year, makeUpDays),
            source: row ? ('imported' as const) : ('built-in' as const),
            importedAt: row ? instant(row.importedAt) : null,
          };
        }),
      };
    },

    async importCalendarYear({ asker, params, body, ip }) {
      const { year } = params;
      const holidays = body.holidays.toSorted();
      const makeUpDays = body.makeUpDays.toSorted();
      const errors = calendarYearProblems({ year, ...body });
      if (errors.length > 0) throw new Problem('BadRequest', { errors });
      const row = { holidays, makeUpDays, importedById: asker.id, importedAt: new Date() };
      const kept = await prisma.calendarYear.upsert({ where: { year }, create: { year, ...row }, update: row });
      await security({ action: 'calendar-imported', userId: asker.id, target: String(year), ip });
      return {
        year,
        holidays,
        makeUpDays,
        source: 'imported',
        importedAt: instant(kept.importedAt),
        casesTold: await tellCases(year),
      };
    },
  };

  /** Cases with a provisional deadline count again. A signal to each: it is taken when the case next has a worker, and nothing is lost. */
  async function tellCases(year: number): Promise<number> {
    const rows = await prisma.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT case_id AS id FROM (
        SELECT case_id FROM assignment WHERE provisional AND closed_at IS NULL
        UNION ALL SELECT case_id FROM stage_visit WHERE provisional AND closed_at IS NULL) AS waiting`;
    let told = 0;
    for (const { id } of rows) {
      try {
        await temporal.workflow.getHandle(caseWorkflowId(id)).signal(calendarChanged, { year });
        told += 1;
      } catch (error) {
        log.warn({ err: String(error), caseId: id }, 'a case was not told of the new calendar');
      }
    }
    return told;
  }
}
