/** The figures a unit owes: composed at sending, so that what was reported meanwhile is not asked for. */
import { dueBadge } from '../../../processes/due-badge.ts';
import { periodName } from '../../../processes/indicators/periods.ts';
import { shanghaiDate } from '../../../processes/shanghai.ts';
import { mailKinds } from '../../emails/mail-kinds.ts';
import { unansweredAsks } from '../../indicators/unanswered-asks.ts';
import { sayWeekday } from '../moments.ts';
import { type Letter, skip, type Task } from './letter.ts';

export async function figuresLetter({ desk, row, recipient }: Task): Promise<Letter> {
  const { prisma, nowMs, near, calendar, office } = desk;
  const { date, indicators = [], names = [] } = row.facts as { date?: string; indicators?: string[]; names?: string[] };
  if (date !== shanghaiDate(nowMs)) return skip('of another day');
  const asks = (await unansweredAsks(prisma)).filter(({ indicator }) => indicators.includes(indicator));
  if (asks.length === 0) return skip('reported meanwhile');
  const units = await prisma.unit.findMany({
    where: { id: { in: asks.map(({ unitId }) => unitId) }, memberships: { some: { userId: recipient.id } } },
    select: { name: true },
  });
  const items = asks.map(({ indicator, period, dueAt }) => {
    const { text, tone } = dueBadge(dueAt.getTime(), nowMs, near, calendar);
    return {
      late: tone === 'late',
      item: {
        title: names[indicators.indexOf(indicator)] ?? indicator,
        under: periodName(period).zh,
        left: text.zh,
        href: `${office.publicUrl}/new/indicator-report`,
      },
    };
  });
  const of = (late: boolean) => items.filter((each) => each.late === late).map(({ item }) => item);
  const mail = mailKinds['figures-asked']({
    office,
    day: sayWeekday(date),
    unit: units.map(({ name }) => name).join('、'),
    overdue: of(true),
    open: of(false),
    indicatorsLink: `${office.publicUrl}/indicators`,
  });
  return { kind: 'mail', mail };
}
