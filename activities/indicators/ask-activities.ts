/** The round of the figures: each period that has ended is asked for once, and the unit in charge is told until the figure is accepted. */
import type { Prisma } from '../../prisma/client.ts';
import { toldNow } from '../../processes/indicators/asks.ts';
import { lastEnded } from '../../processes/indicators/periods.ts';
import type { Policy } from '../../processes/policy.ts';
import { calendarFor, deadline } from '../../processes/working-days.ts';
import { messageIdFor } from '../cases/notifications.ts';
import { unansweredAsks } from './unanswered-asks.ts';

export interface AskDependencies {
  prisma: Prisma;
  policy: Pick<Policy, 'indicators' | 'processes'>;
  mailDomain: string;
}

export interface Round {
  /** YYYY-MM-DD in Asia/Shanghai. */
  date: string;
  atMs: number;
}

export function createAskActivities({ prisma, policy, mailDomain }: AskDependencies) {
  const { ask: rules } = policy.processes['indicator-report'];
  const names = new Map(policy.indicators.items.map(({ id, name }) => [id, name.zh]));

  return {
    /** Asks for the newest ended period of each reported indicator. Safe to run twice: a period is asked for once. */
    async askForFigures({ date, atMs }: Round): Promise<{ asked: number }> {
      const calendar = calendarFor(await prisma.calendarYear.findMany());
      const dueAt = new Date(deadline(atMs, rules.deadline, calendar).dueAtMs);
      const rows = policy.indicators.items.flatMap(({ id, unitId, source }) =>
        'reported' in source
          ? [{ indicator: id, period: lastEnded(source.reported, date), unitId, askedAt: new Date(atMs), dueAt }]
          : [],
      );
      const { count } = await prisma.indicatorAsk.createMany({ data: rows, skipDuplicates: true });
      return { asked: count };
    },

    /** One mail a person and day about every figure that is told of today; leaders hear of what is late. */
    async queueFigureMails({ date, atMs }: Round): Promise<{ queued: number }> {
      const calendar = calendarFor(await prisma.calendarYear.findMany());
      const told = (await unansweredAsks(prisma)).flatMap((ask) => {
        const kind = toldNow({ askedAtMs: ask.askedAt.getTime(), dueAtMs: ask.dueAt.getTime() }, atMs, rules, calendar);
        return kind === null || !names.has(ask.indicator) ? [] : [{ ...ask, kind }];
      });
      const members = await prisma.membership.findMany({
        where: {
          unitId: { in: told.map(({ unitId }) => unitId) },
          role: { in: ['clerk', 'leader', 'principal'] },
          user: { disabled: false },
        },
        select: { userId: true, unitId: true, role: true },
      });
      const people = [...new Set(members.map(({ userId }) => userId))].toSorted();
      const rows = people.flatMap((recipientId) => {
        const mine = told.filter(({ unitId, kind }) =>
          members.some(
            (held) =>
              held.userId === recipientId && held.unitId === unitId && (held.role === 'clerk' || kind === 'overdue'),
          ),
        );
        const key = `figures-asked:${date}:${recipientId}`;
        const facts = {
          date,
          indicators: mine.map(({ indicator }) => indicator),
          names: mine.map(({ indicator }) => names.get(indicator) ?? indicator),
        };
        return mine.length === 0
          ? []
          : [{ key, kind: 'figures-asked', recipientId, facts, messageId: messageIdFor(key, mailDomain) }];
      });
      const { count } = await prisma.notification.createMany({ data: rows, skipDuplicates: true });
      return { queued: count };
    },
  };
}
