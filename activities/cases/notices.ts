/** Public notices and the objections against them. */
import type { Change } from './transition.ts';
import { visitKey } from '../../processes/case.ts';
import { caseContent, definitionOf, type Writing } from './writing.ts';

export async function publishNotice(
  writing: Writing,
  { stage, round, decided, submissionId }: Extract<Change, { kind: 'publish-notice' }>,
): Promise<void> {
  const { request, at, result } = writing;
  const { caseId, process } = request;
  const { form, title } = submissionId ? await proposal(writing, submissionId) : await caseContent(writing);
  writing.notices.push({
    id: `${caseId}-${stage}-${round}`,
    ...{ stage, round, title },
    body: definitionOf(process).publicFacts(form, decided),
    endsAt: new Date(result.dueAtMs[visitKey({ stage, round })] ?? at.getTime()),
  });
}

/** A proposed change is published as it was sent. */
const proposal = ({ tx, request }: Writing, id: string) =>
  tx.submission.findUniqueOrThrow({ where: { id, caseId: request.caseId }, select: { form: true, title: true } });

export async function setNotice(
  { tx, request, at }: Writing,
  { stage, round, state }: Extract<Change, { kind: 'set-notice' }>,
): Promise<void> {
  const over = state === 'closed' || state === 'cancelled';
  await tx.notice.updateMany({
    where: { caseId: request.caseId, stage, round },
    data: { state, ...(over && { closedAt: at }) },
  });
}

export async function setObjection(
  { tx, at }: Writing,
  { objectionId, state }: Extract<Change, { kind: 'set-objection' }>,
): Promise<void> {
  const closed = state === 'dismissed' || state === 'upheld';
  await tx.objection.update({
    where: { id: objectionId },
    data: { state, ...(closed && { closedAt: at }) },
    select: { id: true },
  });
}
