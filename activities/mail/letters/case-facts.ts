import type { Prisma as PrismaTypes } from '../../../prisma/generated/client.ts';
import type { CaseRules, CaseState, Stage } from '../../../processes/case.ts';
import { casePage } from '../../../processes/case-page.ts';
import { processBySlug } from '../../../processes/catalogue.ts';
import type { MailCase } from '../../emails/mail.ts';
import { stations } from '../stations.ts';
import type { Desk, Task } from './letter.ts';

type CaseRow = PrismaTypes.CaseGetPayload<{ include: { visits: true } }>;

export interface CaseFacts {
  row: CaseRow;
  rules: CaseRules;
  mail: MailCase;
}

/** The case of a notification as its mail shows it: masked facts, the route, the link. Throws when there is no such case. */
export async function caseFacts({ desk, row: { caseId, stage } }: Task): Promise<CaseFacts> {
  const { prisma, office, nowMs, calendar, near } = desk;
  const row = await prisma.case.findUniqueOrThrow({ where: { id: caseId ?? '' }, include: { visits: true } });
  const [applicant, unit] = await Promise.all([
    prisma.user.findUnique({ where: { id: row.applicantId }, select: { name: true } }),
    prisma.unit.findUnique({ where: { id: row.unitId }, select: { name: true } }),
  ]);
  const rules = row.rules as unknown as CaseRules;
  const facts = processBySlug(row.process)?.keyFacts(await formShown(desk, row, stage)) ?? [];
  const route = {
    state: row.state as CaseState,
    stage: row.stage,
    submittedAt: row.submittedAt,
    rules,
    visits: row.visits,
  };
  return {
    row,
    rules,
    mail: {
      number: row.number,
      title: row.title,
      applicant: applicant?.name ?? '',
      unit: unit?.name ?? '',
      route: stations(route, { nowMs, calendar, near }),
      keyFacts: facts.map(({ label, value }) => ({ label: label.zh, value })),
      link: `${office.publicUrl}${casePage(row.process, row.id)}`,
    },
  };
}

/** Whoever decides on a change of a post sees its new terms; everybody else those in force. */
async function formShown(
  { prisma }: Desk,
  { id, form, stage: current }: CaseRow,
  stage: string | null,
): Promise<unknown> {
  if (current !== 'engagement' || stage === null || stage === current) return form;
  const change = await prisma.engagementChange.findFirst({ where: { caseId: id, state: 'open' } });
  if (!change) return form;
  const proposal = await prisma.submission.findUniqueOrThrow({
    where: { id: change.submissionId },
    select: { form: true },
  });
  return proposal.form;
}

export const caseLink = (publicUrl: string, caseId: string) => `${publicUrl}/cases/${caseId}`;

/** The rules of a stage, a revocation's among them. */
export function stageRules(rules: CaseRules, slug: string | null): Stage | undefined {
  const all = rules.stages.flatMap((stage): Stage[] =>
    stage.kind === 'certificate' ? [stage, stage.revocation] : [stage],
  );
  return all.find((stage) => stage.slug === slug);
}
