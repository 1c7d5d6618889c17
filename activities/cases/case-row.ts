/** The case itself: opened from its submission, moved, closed. */
import type { AnyProcess } from '../../processes/catalogue.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Change } from './transition.ts';
import { asJson, caseHead, definitionOf, type Transaction, type Writing } from './writing.ts';

export async function openCase(
  writing: Writing,
  { rules, facts }: Extract<Change, { kind: 'open-case' }>,
): Promise<void> {
  const { tx, request, at, result } = writing;
  const { caseId, process, applicantId, unitId } = request;
  const definition = definitionOf(process);
  const submission = await tx.submission.findFirstOrThrow({ where: { caseId }, orderBy: { createdAt: 'asc' } });
  const openKey = openKeyOf(definition, submission.form, request);
  if (openKey && (await tx.case.findUnique({ where: { openKey }, select: { id: true } }))) {
    result.refusal = 'OpenApplicationExists';
    return;
  }
  const year = shanghaiDate(at.getTime()).slice(0, 4);
  const number = `${definition.prefix}-${year}-${String(await next(tx, `${process}:${year}`)).padStart(4, '0')}`;
  const opened = await tx.case.createManyAndReturn({
    data: {
      id: caseId,
      number,
      process,
      applicantId,
      unitId,
      openKey,
      rules: asJson(rules),
      facts,
      title: submission.title,
      form: submission.form ?? {},
      state: 'in-review',
      policyVersion: rules.policyVersion,
      submittedAt: at,
      updatedAt: at,
    },
    // Two applications of one person in the same instant: the second insert meets the first one's key.
    skipDuplicates: true,
  });
  const row = opened[0];
  if (!row) {
    result.refusal = 'OpenApplicationExists';
    return;
  }
  writing.head = row;
  await holdSubmission(writing, submission.id, submission.fileIds);
}

/** Taken while the case is open: one application a person, or one a matter, whoever sends it. */
function openKeyOf(
  definition: AnyProcess,
  form: unknown,
  { process, applicantId, unitId }: Writing['request'],
): string | null {
  if (definition.oneOpenCase) return `${process}:${applicantId}`;
  return definition.openKey ? `${process}:${definition.openKey(form, { unitId })}` : null;
}

/** A corrected form replaces the former one; earlier submissions stay as they were sent. */
export async function acceptSubmission(writing: Writing, submissionId: string): Promise<void> {
  const { tx, request } = writing;
  const { form, title, fileIds } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId, caseId: request.caseId },
  });
  const facts = definitionOf(request.process).facts(form);
  await tx.case.update({
    where: { id: request.caseId },
    data: { form: form ?? {}, title, facts },
    select: { id: true },
  });
  await holdSubmission(writing, submissionId, fileIds);
}

/** The form is part of the case from now on, as its files are. */
export async function holdSubmission({ tx, request, at }: Writing, id: string, fileIds: string[]): Promise<void> {
  await tx.submission.update({ where: { id }, data: { acceptedAt: at }, select: { id: true } });
  const { caseId, applicantId } = request;
  if (fileIds.length > 0) {
    await tx.file.updateMany({ where: { id: { in: fileIds }, uploadedById: applicantId }, data: { caseId } });
  }
}

/** Only files the person uploaded, and no other case holds. */
export async function holdFiles(
  { tx, request }: Writing,
  { fileIds, by }: Extract<Change, { kind: 'hold-files' }>,
): Promise<void> {
  await tx.file.updateMany({
    where: { id: { in: fileIds }, uploadedById: by, caseId: null },
    data: { caseId: request.caseId },
  });
}

export function moveCase(
  writing: Writing,
  { state, stage, businessState, closes }: Extract<Change, { kind: 'move-case' }>,
): void {
  const head = caseHead(writing);
  head.state = state;
  head.stage = stage;
  if (businessState) head.businessState = businessState;
  if (closes && head.closedAt === null) {
    head.closedAt = writing.at;
    head.openKey = null;
  }
}

/** The next number of a series; the row lock makes numbers unique and keeps them in order. */
export async function next(tx: Transaction, key: string): Promise<number> {
  const rows = await tx.$queryRaw<{ value: number }[]>`
    INSERT INTO counter (key, value) VALUES (${key}, 1)
    ON CONFLICT (key) DO UPDATE SET value = counter.value + 1 RETURNING value`;
  return rows[0]?.value ?? 0;
}
