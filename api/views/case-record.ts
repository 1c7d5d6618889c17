/** A case with everything its page shows, read at once. */
import type { Prisma } from '../../prisma/client.ts';
import type { CaseRules, CaseState, Purpose, Stage } from '../../processes/case.ts';
import { Problem } from '../problems.ts';

export type CaseRecord = Awaited<ReturnType<typeof readCase>>;
export type AssignmentRow = CaseRecord['assignments'][number];
export type VisitRow = CaseRecord['visits'][number];

/** Throws NotFound. Access is checked before, at the door. */
export async function readCase(prisma: Prisma, caseId: string) {
  const [row, notice, certificate, copies] = await Promise.all([
    prisma.case.findUnique({
      where: { id: caseId },
      include: {
        visits: { orderBy: [{ openedAt: 'asc' }, { round: 'asc' }] },
        assignments: { orderBy: [{ openedAt: 'asc' }, { id: 'asc' }] },
      },
    }),
    prisma.notice.findFirst({
      where: { caseId },
      orderBy: { publishedAt: 'desc' },
      include: { objections: { orderBy: { createdAt: 'asc' } } },
    }),
    prisma.certificate.findUnique({ where: { caseId } }),
    prisma.copy.findMany({ where: { caseId }, orderBy: { at: 'asc' } }),
  ]);
  if (!row) throw new Problem('NotFound');
  const { rules, state, ...rest } = row;
  return { ...rest, state: state as CaseState, rules: rules as unknown as CaseRules, notice, certificate, copies };
}

const PENDING = ['open', 'delegated', 'awaiting-signer'];

export const isPending = ({ state }: { state: string }): boolean => PENDING.includes(state);

export const purposeOf = ({ purpose }: { purpose: string }): Purpose => purpose as Purpose;

/** Every stage of the rules, and the revocation that a certificate may lead to. */
export function stagesOf({ stages }: CaseRules): Stage[] {
  return stages.flatMap((stage): Stage[] => (stage.kind === 'certificate' ? [stage, stage.revocation] : [stage]));
}

export function stageName(rules: CaseRules, slug: string) {
  const stage = stagesOf(rules).find((each) => each.slug === slug);
  return { slug, name: stage?.name ?? { zh: slug, en: slug } };
}
