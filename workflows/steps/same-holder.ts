import type { Holder } from '../../processes/case.ts';

export function sameHolder(a: Holder, b: Holder): boolean {
  if (a.kind === 'role') return b.kind === 'role' && a.unitId === b.unitId && a.role === b.role;
  return b.kind === 'person' && a.userId === b.userId;
}
