/** What may be done with a post besides its turns: suspend, resume, end, close; change its terms, withdraw that; renew. */
import { randomUUID } from 'node:crypto';
import type { CaseRules, Holder } from '../../processes/case.ts';
import { parseForm } from '../../processes/form-errors.ts';
import { changeStartsFrom } from '../../processes/part-time-income/change-start.ts';
import { partTimeIncome } from '../../processes/part-time-income/definition.ts';
import { type PartTimeForm, partTimeForm } from '../../processes/part-time-income/form.ts';
import { dateOfDay, dayOfDate } from '../../processes/shanghai.ts';
import { actOnPost, type PostAct, type Receipt } from '../../workflows/messages.ts';
import { checkApplication, checkContext, readApplication } from '../applications.ts';
import type { Asker } from '../asker.ts';
import type { Call } from '../call.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { orRefusal } from '../refusals.ts';
import { actorOf } from '../standing.ts';
import type { PostRow } from './post-rows.ts';
import { engagementStage } from './engagement-stage.ts';
import { postDetail } from './post-view.ts';

export type Acting = Pick<Call, 'idempotency' | 'via'> & { asker: Asker };

/** By the right one has: the teacher's own post in person, else as supervisor or administrator. Throws NotYours without any. */
export async function actOn(needs: Needs, row: PostRow, acting: Acting, act: PostAct, text?: string): Promise<Receipt> {
  const { asker, idempotency, via } = acting;
  const as = await rightOn(needs, row, asker, act);
  return orRefusal(needs, null, () =>
    needs.messages.say({
      caseId: row.caseId,
      update: actOnPost,
      message: { actor: actorOf(asker, { as }, via), act },
      // Repeated under its key after a crash, it is still the same update.
      updateId: idempotency?.caseId ?? randomUUID(),
      text,
      authorId: asker.id,
    }),
  );
}

async function rightOn({ prisma }: Needs, { caseId, teacherId }: PostRow, asker: Asker, act: PostAct): Promise<Holder> {
  const own = asker.id === teacherId;
  if (own && act.kind !== 'close') return { kind: 'person', userId: asker.id };
  if (own) throw new Problem('OwnCase');
  const { rules: kept } = await prisma.case.findUniqueOrThrow({ where: { id: caseId }, select: { rules: true } });
  const rules = kept as unknown as CaseRules;
  const entitled = act.kind === 'close' ? [rules.administrator] : engagementStage(rules).supervisors;
  const as = entitled.find(
    (holder) =>
      holder.kind === 'role' &&
      asker.memberships.some(({ unitId, role }) => unitId === holder.unitId && role === holder.role),
  );
  if (!as) throw new Problem('NotYours');
  return as;
}

interface NewTerms {
  form: unknown;
  files: string[];
}

/** The rules on new terms, and from where they are approved again. */
export async function lookAtChange(needs: Needs, { caseId, teacherId, unitId }: PostRow, { form }: NewTerms) {
  const { prisma } = needs;
  const [context, kept] = await Promise.all([
    checkContext(needs, { process: partTimeIncome.slug, applicantId: teacherId, unitId, exceptCaseId: caseId }),
    prisma.case.findUniqueOrThrow({ where: { id: caseId }, select: { rules: true, form: true } }),
  ]);
  const { findings, errors } = checkApplication(partTimeIncome, form, context);
  const rules = kept.rules as unknown as CaseRules;
  const parsed = parseForm(partTimeForm, form);
  const before = kept.form as unknown as PartTimeForm;
  const slug = parsed.ok ? changeStartsFrom(before, parsed.form, engagementStage(rules)) : undefined;
  const from = rules.stages.find((stage) => stage.slug === slug);
  return { findings, errors, from: from ? { id: from.slug, name: from.name } : null };
}

/** Stored beside the case's form, which stays as it is until the change is registered. */
export async function proposeChange(
  needs: Needs,
  row: PostRow,
  sent: NewTerms & { note?: string | undefined },
  acting: Acting,
) {
  const { caseId, teacherId, unitId } = row;
  const { asker, idempotency } = acting;
  if (asker.id !== teacherId) throw new Problem('NotYours');
  const { form, title, fileIds } = await readApplication(needs, partTimeIncome, {
    ...{ form: sent.form, files: sent.files, applicantId: asker.id, unitId, caseId },
  });
  const { from } = await lookAtChange(needs, row, sent);
  if (!from)
    throw new Problem('RulesNotMet', {
      errors: [{ path: 'form', message: { zh: '备案内容没有变化', en: 'Nothing of the terms changed' } }],
    });
  const submissionId = idempotency?.caseId ?? randomUUID();
  await needs.prisma.submission.createMany({
    data: {
      ...{ id: submissionId, caseId, process: partTimeIncome.slug, applicantId: asker.id, unitId, title, fileIds },
      form: form as object,
    },
    skipDuplicates: true,
  });
  try {
    return await actOn(needs, row, acting, { kind: 'propose-change', submissionId, from: from.id }, sent.note);
  } catch (error) {
    if (error instanceof Problem && error.status < 500)
      await needs.prisma.submission.deleteMany({ where: { id: submissionId, acceptedAt: null } });
    throw error;
  }
}

/** A draft of a new case that begins the day after this one ends; files belong to the case they were sent with and are attached anew. */
export async function renewPost(needs: Needs, row: PostRow, asker: Asker): Promise<{ draftId: string }> {
  const { acts, number } = await postDetail(needs, asker, row);
  if (!acts.renew) throw new Problem('NotAllowed');
  const { form } = await needs.prisma.case.findUniqueOrThrow({ where: { id: row.caseId }, select: { form: true } });
  const old = form as unknown as PartTimeForm;
  const from = dateOfDay(dayOfDate(row.endsOn) + 1);
  const { to: _to, ...post } = old.post;
  const renewed = {
    ...old,
    post: { ...post, from },
    renewal: { of: number },
    evidence: Object.fromEntries(Object.keys(old.evidence).map((slot) => [slot, []])),
    pledge: { accepted: false },
  };
  const draft = await needs.prisma.draft.create({
    data: { userId: asker.id, process: partTimeIncome.slug, form: renewed },
    select: { id: true },
  });
  return { draftId: draft.id };
}
