/** What an applicant sends: form, rules, uploads, looked at before anything is stored. */
import type { Prisma } from '../prisma/client.ts';
import type { Bilingual } from '../processes/case.ts';
import type { AnyProcess } from '../processes/catalogue.ts';
import { processBySlug } from '../processes/catalogue.ts';
import { parseForm } from '../processes/form-errors.ts';
import type { FormError } from '../processes/form-errors.ts';
import { formJsonSchema } from '../processes/form-json-schema.ts';
import { clauseAt } from '../processes/form-view.ts';
import type { Policy } from '../processes/policy.ts';
import type { CheckContext, Finding } from '../processes/process.ts';
import { shanghaiDate } from '../processes/working-days.ts';
import type { Asker } from './asker.ts';
import { heldPosts, incomeYears } from './engagements/held-posts.ts';
import { Problem } from './problems.ts';
import { unitRecord } from './unit-record.ts';

export function processOr404(slug: string): AnyProcess {
  const definition = processBySlug(slug);
  if (!definition) throw new Problem('NotFound');
  return definition;
}

/** The unit somebody applies from; null when none of their roles may apply. */
export const applicantUnit = (asker: Asker, definition: AnyProcess, policy: Policy): string | null =>
  asker.memberships.find(
    ({ role, unitId }) =>
      definition.applicantRoles.includes(role) && (definition.appliesFrom?.(policy, unitId) ?? true),
  )?.unitId ?? null;

interface Reading {
  prisma: Prisma;
  policy: Policy;
}

/** What the rules may know of the applicant besides the form. `exceptCaseId`: the case being corrected; `unitId`: theirs, where known. */
export async function checkContext(
  { prisma, policy }: Reading,
  {
    process,
    applicantId,
    unitId,
    exceptCaseId = '',
  }: { process: string; applicantId: string; unitId: string | null; exceptCaseId?: string },
): Promise<CheckContext> {
  const today = shanghaiDate(Date.now());
  const { looksAtUnit, looksAtPosts, looksAtIncomeYears } = processBySlug(process) ?? {};
  const [open, certificates, unit, posts, years] = await Promise.all([
    prisma.case.findMany({
      where: { process, applicantId, closedAt: null, id: { not: exceptCaseId } },
      select: { number: true },
    }),
    prisma.certificate.findMany({
      where: { teacherId: applicantId },
      select: { number: true, track: true, level: true, state: true, expiresOn: true },
    }),
    looksAtUnit && unitId !== null
      ? unitRecord(prisma, { process, applicantId, unitId, caseId: exceptCaseId, today })
      : {},
    looksAtPosts ? heldPosts(prisma, applicantId, exceptCaseId) : undefined,
    looksAtIncomeYears && unitId !== null ? incomeYears(prisma, unitId, exceptCaseId) : undefined,
  ]);
  return {
    policy,
    today,
    openCases: open.map(({ number }) => number),
    certificates,
    ...unit,
    ...(posts && { posts }),
    ...(years && { incomeYears: years }),
  };
}

export interface Checked {
  findings: Finding[];
  errors: FormError[];
}

/** The form's own errors, or the rules on a form that can be read. */
export function checkApplication(definition: AnyProcess, input: unknown, context: CheckContext): Checked {
  const parsed = parseForm(definition.form, input);
  return parsed.ok
    ? { findings: definition.check(parsed.form, context), errors: [] }
    : { findings: [], errors: parsed.errors };
}

export interface Application {
  form: unknown;
  title: string;
  fileIds: string[];
}

/** A form that may be sent. Throws BadRequest for its shape, RulesNotMet for its rules and files. */
export async function readApplication(
  reading: Reading,
  definition: AnyProcess,
  sent: { form: unknown; files: string[]; applicantId: string; unitId: string; caseId: string },
): Promise<Application> {
  const parsed = parseForm(definition.form, sent.form);
  if (!parsed.ok) {
    throw new Problem('BadRequest', {
      errors: parsed.errors.map(({ path, message }) => ({
        path: below('form', path),
        message: under(clauseAt(formJsonSchema(definition, reading.policy), path), message),
      })),
    });
  }
  // Its own case does not count as another open one: it is being corrected, or this is a repeated call.
  const context = await checkContext(reading, {
    process: definition.slug,
    applicantId: sent.applicantId,
    unitId: sent.unitId,
    exceptCaseId: sent.caseId,
  });
  const broken = definition.check(parsed.form, context).filter(({ level }) => level === 'error');
  // The workflow refuses it too, for two sent in the same instant.
  if (context.openCases.length > 0 && definition.oneOpenCase) throw new Problem('OpenApplicationExists');
  if (broken.length > 0) {
    throw new Problem('RulesNotMet', {
      errors: broken.map(({ path = '', clause, message }) => ({
        path: below('form', path),
        message: under(clause, message),
      })),
    });
  }
  const fileIds = [...new Set([...definition.fileIds(parsed.form), ...sent.files])];
  await refuseForeignFiles(reading.prisma, fileIds, sent);
  return { form: parsed.form, title: definition.title(parsed.form, reading.policy), fileIds };
}

/** Whoever is refused learns by which clause. */
const under = (clause: string | undefined, { zh, en }: Bilingual): Bilingual =>
  clause === undefined ? { zh, en } : { zh: `${zh}（${clause}）`, en: `${en} (${clause})` };

const below = (at: string, path: string): string => (path === '' ? at : `${at}.${path}`);

/** Only the applicant's own uploads, not yet part of another case. */
export async function refuseForeignFiles(
  prisma: Prisma,
  ids: string[],
  { applicantId, caseId }: { applicantId: string; caseId: string },
): Promise<void> {
  const known = await prisma.file.findMany({
    where: { id: { in: ids }, uploadedById: applicantId, OR: [{ caseId: null }, { caseId }] },
    select: { id: true },
  });
  if (known.length === ids.length) return;
  const found = new Set(known.map(({ id }) => id));
  throw new Problem('RulesNotMet', {
    errors: ids
      .filter((id) => !found.has(id))
      .map((id) => ({
        path: 'files',
        message: { zh: `附件 ${id} 不存在或不属于您`, en: `File ${id} does not exist or is not yours` },
      })),
  });
}
