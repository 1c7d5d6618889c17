import type { Prisma as Types } from '../../prisma/generated/client.ts';
import type { ReconciliationCheck } from '../contract/fund.ts';
import { accountNames } from './fund-names.ts';
import { check } from './reconciliation-check.ts';

const accounts = ['reserved', 'committed', 'paid-out', 'clawed-back'] as const;
type Held = Record<(typeof accounts)[number], number>;
const nothing = (): Held => ({ reserved: 0, committed: 0, 'paid-out': 0, 'clawed-back': 0 });

interface Told {
  caseId: string;
  kind: string;
  facts: { awardedFen?: number; amountFen?: number };
}

/**
 * Ledger = cases: what each case's timeline tells of its money, added up on its own, is what the ledger holds in its name. A case whose
 * decision is being written in this very moment may differ for an instant.
 */
export async function casesAgainstLedger(tx: Types.TransactionClient): Promise<ReconciliationCheck> {
  const told = await tx.$queryRaw<Told[]>`
    SELECT case_id AS "caseId", kind, facts FROM event
    WHERE kind IN ('fund-reserved', 'fund-committed', 'fund-released', 'payment-made', 'clawback-ordered', 'clawed-back')
    ORDER BY case_id, sequence`;
  const held = await tx.fundBalance.findMany({ where: { caseId: { not: '' } } });
  const expected = new Map<string, Held>();
  for (const event of told) expected.set(event.caseId, after(expected.get(event.caseId) ?? nothing(), event));
  const found = new Map<string, Held>();
  for (const { caseId, account, balanceFen } of held) {
    const sums = found.get(caseId) ?? nothing();
    found.set(caseId, sums);
    sums[account as keyof Held] += Number(balanceFen);
  }
  const ids = [...new Set([...expected.keys(), ...found.keys()])];
  const numbers = new Map(
    (await tx.case.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } })).map(
      ({ id, number }) => [id, number],
    ),
  );
  const deviations = ids.flatMap((id) =>
    accounts.flatMap((account) => {
      const [expectedFen, foundFen] = [expected.get(id)?.[account] ?? 0, found.get(id)?.[account] ?? 0];
      return expectedFen === foundFen
        ? []
        : [{ what: `${numbers.get(id) ?? id} ${accountNames[account].zh}`, expectedFen, foundFen }];
    }),
  );
  return check(
    'ledger-equals-cases',
    { zh: '账实一致：账簿与事项记录相符', en: 'The ledger agrees with the timelines of the cases' },
    { zh: `${ids.length} 件事项`, en: `${ids.length} cases` },
    deviations,
  );
}

function after(held: Held, { kind, facts }: Told): Held {
  const amount = facts.amountFen ?? 0;
  switch (kind) {
    case 'fund-reserved':
      return { ...held, reserved: facts.awardedFen ?? 0 };
    case 'fund-committed':
      return { ...held, reserved: 0, committed: facts.awardedFen ?? 0 };
    case 'fund-released':
      return { ...held, reserved: 0, committed: 0 };
    case 'payment-made':
      return { ...held, committed: held.committed - amount, 'paid-out': held['paid-out'] + amount };
    case 'clawback-ordered':
      return { ...held, 'paid-out': held['paid-out'] - amount, 'clawed-back': held['clawed-back'] + amount };
    case 'clawed-back':
      return { ...held, 'clawed-back': held['clawed-back'] - amount };
    default:
      return held;
  }
}
