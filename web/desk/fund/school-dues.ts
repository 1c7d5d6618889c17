import type { SchoolFunding } from '../../../api/contract/fund.ts';

const urgent = (one: SchoolFunding): number =>
  Math.min(
    ...one.waiting.filter(({ ours, due }) => ours && due).map(({ due }) => Date.parse(due?.at ?? '')),
    Number.POSITIVE_INFINITY,
  );

/** What the school itself has to do, the first due on top; then the rest as it came. */
export const duesFirst = (items: readonly SchoolFunding[]): SchoolFunding[] =>
  items.toSorted((a, b) => {
    const [one, other] = [urgent(a), urgent(b)];
    return one === other ? 0 : one - other;
  });

export const ownTurns = (items: readonly SchoolFunding[]): number =>
  items.flatMap(({ waiting }) => waiting).filter(({ ours }) => ours).length;
