import type { Prisma } from '../prisma/client.ts';
import type { CaseRules } from '../processes/case.ts';
import { processBySlug } from '../processes/catalogue.ts';
import type { Policy } from '../processes/policy.ts';
import { type RuleDifference, rulesKept } from '../processes/policy-check.ts';

export interface KeptCase {
  number: string;
  process: string;
  /** Null where a certificate or an award is in force and nobody has a turn. */
  stage: string | null;
  /** Version of the policy it was submitted under. */
  version: string;
  differences: RuleDifference[];
}

const PAGE = 200;

/** Every case that still runs, with what its own rules have otherwise than the policy would give it today. */
export async function* casesWithOtherRules(prisma: Prisma, policy: Policy): AsyncGenerator<KeptCase> {
  for (let after = ''; ;) {
    const page = await prisma.case.findMany({
      // A certificate in force is decided, but its case still runs: it expires, and may be revoked.
      where: { id: { gt: after }, OR: [{ closedAt: null }, { businessState: 'certified' }] },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: {
        id: true,
        number: true,
        process: true,
        stage: true,
        policyVersion: true,
        unitId: true,
        form: true,
        rules: true,
      },
    });
    for (const { number, process, stage, policyVersion, unitId, form, rules } of page) {
      // A process that was taken out of the catalogue has no rules to compare with.
      const today = processBySlug(process)?.rules(policy, { unitId }, form);
      const differences = today ? rulesKept(rules as unknown as CaseRules, today) : [];
      yield { number, process, stage, version: policyVersion, differences };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}
