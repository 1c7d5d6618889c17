/** The daily round's letters: composed at sending, so that what was done meanwhile is not asked for. */
import type { CaseRules } from '../../../processes/case.ts';
import { dueBadge } from '../../../processes/due-badge.ts';
import { shanghaiDate } from '../../../processes/shanghai.ts';
import { mailKinds } from '../../emails/mail-kinds.ts';
import type { Item } from '../../emails/mail.ts';
import { overdueTurnsOf } from '../../rounds/overdue-turns.ts';
import { type DueTurn, nearUntil, turnsDueOf } from '../../rounds/turns-due.ts';
import { itemsToldOn } from '../../rounds/items-due.ts';
import { itemLink } from './item-letters.ts';
import { sayWeekday } from '../moments.ts';
import { caseLink, stageRules } from './case-facts.ts';
import { type Desk, type Letter, skip, type Task } from './letter.ts';

export async function digestLetter({ desk, row, recipient }: Task): Promise<Letter> {
  const { prisma, nowMs, near, calendar, office } = desk;
  const day = dayOf(row.facts);
  if (day !== shanghaiDate(nowMs)) return skip('of another day');
  const turns = await turnsDueOf(prisma, { until: nearUntil(nowMs, near, calendar), nowMs, userId: recipient.id });
  const told = await itemsToldOn(prisma, { date: day, calendar, userId: recipient.id });
  if (turns.length === 0 && told.length === 0) return skip('nothing due any more');
  const items = turns.map((turn) => ({ turn, badge: badgeOf(desk, turn) }));
  const group = (belongs: (badge: ReturnType<typeof badgeOf>) => boolean) =>
    items.filter(({ badge }) => belongs(badge)).map(({ turn, badge }) => itemOf(desk, turn, badge.text.zh));
  const mail = mailKinds['daily-digest']({
    office,
    day: sayWeekday(day),
    overdue: group(({ tone }) => tone === 'late'),
    today: group(({ tone, workingDays }) => tone !== 'late' && workingDays === 0),
    near: group(({ tone, workingDays }) => tone !== 'late' && workingDays > 0),
    actionItems: told.map(({ caseId, number, title, left }) => ({
      title,
      under: number,
      left,
      href: itemLink(office.publicUrl, caseId),
    })),
    inboxLink: `${office.publicUrl}/`,
  });
  return { kind: 'mail', mail };
}

export async function escalationLetter({ desk, row, recipient }: Task): Promise<Letter> {
  const { prisma, nowMs, office } = desk;
  const day = dayOf(row.facts);
  if (day !== shanghaiDate(nowMs)) return skip('of another day');
  const turns = await overdueTurnsOf(prisma, { nowMs, userId: recipient.id });
  if (turns.length === 0) return skip('nothing overdue any more');
  const mail = mailKinds['overdue-escalation']({
    office,
    day: sayWeekday(day),
    unit: [...new Set(turns.map(({ answerable }) => answerable))].join('、'),
    overdue: turns.map((turn) => itemOf(desk, turn, badgeOf(desk, turn).text.zh)),
    total: turns[0]?.total ?? 0,
    inboxLink: `${office.publicUrl}/`,
  });
  return { kind: 'mail', mail };
}

const dayOf = ({ date }: Record<string, unknown>) => String(date);

const badgeOf = ({ nowMs, near, calendar }: Desk, { dueAt }: DueTurn) =>
  dueBadge(dueAt.getTime(), nowMs, near, calendar);

function itemOf({ office }: Desk, turn: DueTurn, left: string): Item {
  const stage = stageRules(turn.rules as CaseRules, turn.stage)?.name.zh ?? turn.stage;
  return {
    title: turn.title,
    under: `${turn.number} · ${turn.unit} · ${stage}`,
    left,
    href: caseLink(office.publicUrl, turn.caseId),
  };
}
