/** Letters about what became of a case. */
import { mailKinds } from '../../emails/mail-kinds.ts';
import type { Opinion } from '../../emails/mail.ts';
import { sayDue } from '../moments.ts';
import { caseFacts, stageRules } from './case-facts.ts';
import { type Letter, skip, type Task } from './letter.ts';
import { opinionOf } from './opinions.ts';

export async function returnedLetter(task: Task): Promise<Letter> {
  const { desk, row, recipient } = task;
  const file = await caseFacts(task);
  const correction = await desk.prisma.assignment.findFirst({
    where: { caseId: file.row.id, purpose: 'correct', personId: recipient.id, state: 'open' },
    orderBy: { openedAt: 'desc' },
  });
  if (!correction) return skip('already resubmitted or closed');
  const { lapses, stopsClock } = file.rules.correction;
  const said = await opinionOf(desk, { caseId: file.row.id, kinds: ['returned'], stage: row.stage });
  const mail = mailKinds['returned-to-applicant']({
    office: desk.office,
    case: file.mail,
    stage: stageRules(file.rules, row.stage)?.name.zh ?? '',
    ...(said && { opinion: said }),
    ...(correction.dueAt && { due: sayDue(correction.dueAt.getTime(), desk.nowMs) }),
    lapses,
    stopsClock,
    correctLink: file.mail.link,
  });
  return { kind: 'mail', mail };
}

type Ending = 'case-approved' | 'case-rejected' | 'case-withdrawn' | 'case-terminated' | 'case-lapsed';

export async function endedLetter(task: Task, kind: Ending): Promise<Letter> {
  const { desk, row, recipient } = task;
  const file = await caseFacts(task);
  const said = await reasonOf(task, kind, file.row.id);
  const stage = kind === 'case-rejected' ? stageRules(file.rules, row.stage)?.name.zh : undefined;
  const mail = mailKinds[kind]({
    office: desk.office,
    case: file.mail,
    forApplicant: recipient.id === file.row.applicantId,
    ...(said && { opinion: said }),
    ...(stage && { stage }),
  });
  return { kind: 'mail', mail };
}

/** The words that ended it. A panel gives none: its votes are counted, not explained. */
async function reasonOf({ desk, row }: Task, kind: Ending, caseId: string): Promise<Opinion | undefined> {
  switch (kind) {
    case 'case-rejected':
      return (
        (await opinionOf(desk, { caseId, kinds: ['decided'], verdict: 'reject', stage: row.stage })) ??
        (await opinionOf(desk, { caseId, kinds: ['objection-upheld'], stage: row.stage }))
      );
    case 'case-withdrawn':
    case 'case-terminated':
      return opinionOf(desk, { caseId, kinds: [kind === 'case-withdrawn' ? 'withdrawn' : 'terminated'] });
    case 'case-approved':
    case 'case-lapsed':
      return undefined;
  }
}

export async function copiedLetter(task: Task): Promise<Letter> {
  const { desk, recipient } = task;
  const file = await caseFacts(task);
  const copy = await desk.prisma.copy.findUnique({
    where: { caseId_userId: { caseId: file.row.id, userId: recipient.id } },
  });
  if (!copy) return skip('copy gone');
  const by = await desk.prisma.user.findUnique({ where: { id: copy.byId }, select: { name: true } });
  return { kind: 'mail', mail: mailKinds.copied({ office: desk.office, case: file.mail, by: by?.name ?? '' }) };
}

export async function objectionLetter(task: Task): Promise<Letter> {
  const file = await caseFacts(task);
  if (file.row.state !== 'objection') return skip('objection settled');
  const forApplicant = task.recipient.id === file.row.applicantId;
  return {
    kind: 'mail',
    mail: mailKinds['objection-filed']({ office: task.desk.office, case: file.mail, forApplicant }),
  };
}
