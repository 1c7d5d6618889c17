/** Sending a form: stored first, then the case is started or told. The transition makes it the case's own. */
import type { Prisma } from '../prisma/client.ts';
import type { CaseState } from '../processes/case.ts';
import type { Policy } from '../processes/policy.ts';
import { applicantUnit, processOr404, readApplication } from './applications.ts';
import type { Asker } from './asker.ts';
import type { CaseMessages } from './case-messages.ts';
import { Problem } from './problems.ts';

interface Needed {
  prisma: Prisma;
  policy: Policy;
  messages: CaseMessages;
}

interface Sent {
  process: string;
  form: unknown;
  files: string[];
  draftId?: string | undefined;
}

/** Starts the case `caseId`; a repeated call with the same id finds it started. */
export async function submitApplication(
  { prisma, policy, messages }: Needed,
  asker: Asker,
  caseId: string,
  sent: Sent,
) {
  const definition = processOr404(sent.process);
  const unitId = applicantUnit(asker, definition, policy);
  if (unitId === null) throw new Problem('Forbidden');
  if (definition.madeInBatches) throw new Problem('NotAllowed');
  const { form, title, fileIds } = await readApplication({ prisma, policy }, definition, {
    ...sent,
    applicantId: asker.id,
    unitId,
    caseId,
  });
  // Its id is the case's: the first submission of a case is one, however often it is sent.
  const submission = {
    id: caseId,
    caseId,
    process: definition.slug,
    applicantId: asker.id,
    unitId,
    title,
    form: form as object,
    fileIds,
  };
  await prisma.submission.createMany({ data: submission, skipDuplicates: true });
  await messages.submit({
    caseId,
    process: definition.slug,
    applicantId: asker.id,
    unitId,
    rules: definition.rules(policy, { unitId }, form),
    facts: definition.facts(form),
  });
  await forgetDraft(prisma, asker.id, sent.draftId);
  const row = await prisma.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { id: true, number: true, state: true, stage: true },
  });
  return { ...row, state: row.state as CaseState };
}

/** The corrected form as a row the resubmission names by `submissionId`. */
export async function storeCorrection(
  { prisma, policy }: Omit<Needed, 'messages'>,
  asker: Asker,
  { caseId, submissionId, unitId, ...sent }: Sent & { caseId: string; submissionId: string; unitId: string },
): Promise<void> {
  const definition = processOr404(sent.process);
  const { form, title, fileIds } = await readApplication({ prisma, policy }, definition, {
    ...sent,
    applicantId: asker.id,
    unitId,
    caseId,
  });
  const submission = {
    id: submissionId,
    caseId,
    process: definition.slug,
    applicantId: asker.id,
    unitId,
    title,
    form: form as object,
    fileIds,
  };
  await prisma.submission.createMany({ data: submission, skipDuplicates: true });
}

export async function forgetDraft(prisma: Prisma, userId: string, draftId: string | undefined): Promise<void> {
  if (draftId !== undefined) await prisma.draft.deleteMany({ where: { id: draftId, userId } });
}
