/** Letters that ask somebody to take a turn; each carries a new personal link. */
import type { Prisma as PrismaTypes } from '../../../prisma/generated/client.ts';
import type { Purpose } from '../../../processes/case.ts';
import { formatYuan } from '../../../processes/money.ts';
import { shanghaiDate } from '../../../processes/shanghai.ts';
import { excessOf, excessSentence } from '../../../processes/part-time-income/limits.ts';
import { periodName } from '../../../processes/part-time-income/periods.ts';
import { verdictsOffered } from '../../../processes/verdicts.ts';
import { mailKinds } from '../../emails/mail-kinds.ts';
import type { Opinion } from '../../emails/mail.ts';
import type { TurnFacts } from '../../emails/turn.ts';
import type { TurnAgain } from '../../cases/transition.ts';
import { sayDue } from '../moments.ts';
import { personalLink } from '../personal-link.ts';
import { caseFacts, stageRules } from './case-facts.ts';
import { declarePage } from './engagement-letters.ts';
import { type Desk, type Letter, skip, type Task } from './letter.ts';
import { opinion, opinionOf } from './opinions.ts';

type Assignment = PrismaTypes.AssignmentGetPayload<object>;

export async function turnLetter(
  task: Task,
  kind: 'assignment-opened' | 'urged' | 'consultation-answered' | TurnAgain,
): Promise<Letter> {
  const { desk, row, recipient } = task;
  const { prisma, office, nowMs } = desk;
  const assignment = await prisma.assignment.findUnique({ where: { id: row.assignmentId ?? '' } });
  if (!assignment) return skip('assignment gone');
  if (assignment.state !== 'open') return skip(`assignment ${assignment.state}`);
  const standing = await standingOf(desk, assignment, recipient.id);
  if (!standing) return skip('recipient no longer entitled');

  const file = await caseFacts(task);
  const stage = stageRules(file.rules, assignment.stage);
  const purpose = assignment.purpose as Purpose;
  const returned = await prisma.assignment.count({ where: { caseId: assignment.caseId, purpose: 'correct' } });
  const facts: TurnFacts = {
    office,
    case: file.mail,
    stage: stage?.name.zh ?? assignment.stage,
    purpose,
    verdicts: verdictsOffered({ purpose, slug: assignment.stage, stage }, file.rules, returned),
    ...(assignment.dueAt && { due: sayDue(assignment.dueAt.getTime(), nowMs) }),
    ...(standing.principal && { onBehalfOf: standing.principal }),
    // Income is declared on a form of its own.
    actionLink:
      assignment.purpose === 'declare'
        ? declarePage(office.publicUrl, assignment.caseId, assignment.subjectId ?? '')
        : await personalLink(prisma, { assignment, userId: recipient.id, publicUrl: office.publicUrl, nowMs }),
  };
  switch (kind) {
    case 'assignment-opened':
    case 'urged':
      return { kind: 'mail', mail: mailKinds[kind](facts) };
    case 'consultation-answered': {
      const answer = await answerTo(desk, assignment.id);
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, ...(answer && { opinion: answer }) }) };
    }
    case 'fund-short':
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, ...shortOf(row.facts) }) };
    case 'voucher-refused':
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, voucher: String(row.facts.voucher) }) };
    case 'report-returned': {
      const { caseId, stage: slug } = assignment;
      const said = await opinionOf(desk, { caseId, kinds: ['decided'], stage: slug, verdict: 'return' });
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, ...(said && { opinion: said }) }) };
    }
    case 'progress-recorded': {
      const item = await prisma.actionItem.findUniqueOrThrow({ where: { caseId: assignment.caseId } });
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, percent: item.percent }) };
    }
    case 'close-out-returned': {
      const said = await opinionOf(desk, { caseId: assignment.caseId, kinds: ['close-out-returned'] });
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, ...(said && { opinion: said }) }) };
    }
    case 'support-disagreed': {
      const { caseId } = assignment;
      const entry = await prisma.itemEntry.findFirst({
        where: { caseId, kind: 'disagreed' },
        orderBy: { number: 'desc' },
      });
      const { unitId = '' } = (entry?.facts ?? {}) as { unitId?: string };
      const unit = await prisma.unit.findUnique({ where: { id: unitId }, select: { name: true } });
      const said = await opinionOf(desk, { caseId, kinds: ['support-disagreed'] });
      return {
        kind: 'mail',
        mail: mailKinds[kind]({ ...facts, unit: unit?.name ?? '配合单位', ...(said && { opinion: said }) }),
      };
    }
    case 'item-reopened': {
      const said = await opinionOf(desk, { caseId: assignment.caseId, kinds: ['reopened'] });
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, ...(said && { opinion: said }) }) };
    }
    case 'over-limit':
      return {
        kind: 'mail',
        mail: mailKinds[kind]({
          ...facts,
          excess: excessSentence(excessOf(row.facts)),
          clause: String(row.facts.clause),
        }),
      };
    case 'declaration-returned': {
      const { caseId, stage: slug, subjectId } = assignment;
      const said = await opinionOf(desk, { caseId, kinds: ['declaration-returned'], stage: slug });
      const period = periodName(subjectId ?? '').zh;
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, period, ...(said && { opinion: said }) }) };
    }
  }
}

/** What was decided and what the fund had, in yuan. */
function shortOf({ awardedFen, year, availableFen, notCarriedOverFen }: Record<string, unknown>) {
  const notCarriedOver = Number(notCarriedOverFen);
  return {
    awarded: formatYuan(Number(awardedFen)),
    year: Number(year),
    available: formatYuan(Number(availableFen)),
    ...(notCarriedOver > 0 && { notCarriedOver: formatYuan(notCarriedOver) }),
  };
}

/** Whether the recipient may take the turn now: as its holder, or as substitute of one (`principal` = whose). */
async function standingOf(
  { prisma, nowMs }: Desk,
  assignment: Assignment,
  userId: string,
): Promise<{ principal?: string } | undefined> {
  const { personId, unitId, role, excludedId, process } = assignment;
  if (userId === excludedId) return undefined;
  const holds = { OR: [{ id: personId ?? '' }, { memberships: { some: { unitId: unitId ?? '', role: role ?? '' } } }] };
  if ((await prisma.user.count({ where: { id: userId, ...holds } })) > 0) return {};
  const today = shanghaiDate(nowMs);
  const standsInFor = await prisma.substitute.findMany({
    where: {
      substituteId: userId,
      startsOn: { lte: today },
      endsOn: { gte: today },
      OR: [{ processes: { isEmpty: true } }, { processes: { has: process } }],
    },
    select: { principalId: true },
  });
  const principal = await prisma.user.findFirst({
    where: { id: { in: standsInFor.map(({ principalId }) => principalId) }, disabled: false, ...holds },
    select: { name: true },
  });
  return principal ? { principal: principal.name } : undefined;
}

/** What the person asked last has answered. */
async function answerTo(desk: Desk, assignmentId: string): Promise<Opinion | undefined> {
  const answered = await desk.prisma.assignment.findFirst({
    where: { parentId: assignmentId, closedAt: { not: null }, decidedById: { not: null } },
    orderBy: { closedAt: 'desc' },
  });
  if (!answered?.closedAt) return undefined;
  const { remarkId, decidedById, onBehalfOfId, closedAt } = answered;
  return opinion(desk, { remarkId, actorId: decidedById, onBehalfOfId, atMs: closedAt.getTime() });
}
