/** Letters about a part-time post. What is no longer true when the mail leaves is not said. */
import { dayOfDate, shanghaiDate, shanghaiDay } from '../../../processes/shanghai.ts';
import { periodName } from '../../../processes/part-time-income/periods.ts';
import type { ChangeEnd } from '../../emails/change-concluded.ts';
import { mailKinds } from '../../emails/mail-kinds.ts';
import { sayDate, sayDue } from '../moments.ts';
import { caseFacts, stageRules } from './case-facts.ts';
import { type Letter, skip, type Task } from './letter.ts';
import { opinionOf } from './opinions.ts';

type EngagementKind =
  | 'engagement-registered'
  | 'engagement-suspended'
  | 'engagement-resumed'
  | 'engagement-ended'
  | 'engagement-ending'
  | 'change-concluded'
  | 'correction-returned'
  | 'declaration-due';

export async function engagementLetter(task: Task, kind: EngagementKind): Promise<Letter> {
  const { desk, row, recipient } = task;
  const { prisma, office, nowMs } = desk;
  const file = await caseFacts(task);
  const caseId = file.row.id;
  const post = await prisma.engagement.findUnique({ where: { caseId } });
  if (!post) return skip('post gone');
  const facts = { office, case: file.mail, forTeacher: recipient.id === file.row.applicantId };
  const postLink = `${office.publicUrl}/posts/${caseId}`;
  const said = async (...kinds: string[]) => {
    const opinion = await opinionOf(desk, { caseId, kinds });
    return opinion && { opinion };
  };
  switch (kind) {
    case 'engagement-registered': {
      const stage = stageRules(file.rules, row.stage);
      const every = stage?.kind === 'engagement' && stage.declaration.every === 'quarter' ? '每季度' : '每年';
      const [from, until] = [sayDate(post.startsOn), sayDate(post.endsOn)];
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, from, until, every }) };
    }
    case 'engagement-suspended': {
      if (post.state !== 'suspended') return skip(`post ${post.state}`);
      const { period } = row.facts;
      if (typeof period !== 'string')
        return { kind: 'mail', mail: mailKinds[kind]({ ...facts, ...(await said('engagement-suspended')) }) };
      return {
        kind: 'mail',
        mail: mailKinds[kind]({
          ...facts,
          period: periodName(period).zh,
          declareLink: declarePage(office.publicUrl, caseId, period),
        }),
      };
    }
    case 'engagement-resumed':
      if (post.state !== 'in-force') return skip(`post ${post.state}`);
      return { kind: 'mail', mail: mailKinds[kind](facts) };
    case 'engagement-ended': {
      const early = post.endedOn !== null;
      const until = sayDate(post.endedOn ?? post.endsOn);
      const why = early ? await said('engagement-ended-early') : undefined;
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, early, until, ...why }) };
    }
    case 'engagement-ending': {
      const daysLeft = dayOfDate(post.endsOn) - shanghaiDay(nowMs);
      if (daysLeft < 0 || post.endedOn !== null) return skip('post ended');
      return {
        kind: 'mail',
        mail: mailKinds[kind]({ ...facts, daysLeft, until: sayDate(post.endsOn), renewLink: postLink }),
      };
    }
    case 'change-concluded': {
      const end = String(row.facts.state) as ChangeEnd;
      const why = end === 'rejected' ? await said('decided') : undefined;
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, end, ...why }) };
    }
    case 'correction-returned': {
      const period = periodName(String(row.facts.period)).zh;
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, period, ...(await said('declaration-returned')) }) };
    }
    case 'declaration-due': {
      const assignment = await prisma.assignment.findUnique({ where: { id: row.assignmentId ?? '' } });
      if (assignment?.state !== 'open' || !assignment.dueAt) return skip('declared already');
      const dueMs = assignment.dueAt.getTime();
      if (dueMs <= nowMs) return skip('overdue');
      const daysLeft = dayOfDate(shanghaiDate(dueMs - 1)) - shanghaiDay(nowMs);
      const period = periodName(assignment.subjectId ?? '').zh;
      const words = {
        period,
        daysLeft,
        due: sayDue(dueMs, nowMs),
        declareLink: declarePage(office.publicUrl, caseId, assignment.subjectId ?? ''),
      };
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, ...words }) };
    }
  }
}

/** Where the income of a period is declared, after sign-in. */
export const declarePage = (publicUrl: string, caseId: string, period: string) =>
  `${publicUrl}/posts/${caseId}/declare/${period}`;

export async function schoolIncomeLetter(task: Task): Promise<Letter> {
  const file = await caseFacts(task);
  const year = String(task.row.facts.year);
  return {
    kind: 'mail',
    mail: mailKinds['school-income-recorded']({ office: task.desk.office, case: file.mail, year }),
  };
}
