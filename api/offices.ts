/** Which offices answer for a process: they see all of its cases. */
import type { Role } from '../processes/case.ts';
import type { Policy } from '../processes/policy.ts';
import type { Membership } from './asker.ts';

/** Memberships by process slug. */
export type Offices = ReadonlyMap<string, readonly Membership[]>;

/** Reads the offices of each process out of the policy: every named holder, and leaders and administrators of their units. */
export function officesOf(policy: Policy): Offices {
  return new Map(
    Object.entries(policy.processes).map(([slug, section]) => {
      const named = namedHolders(section);
      const units = new Set(named.map(({ unitId }) => unitId));
      const heads = [...units].flatMap((unitId): Membership[] => [
        { unitId, role: 'leader' },
        { unitId, role: 'administrator' },
      ]);
      const { unitId, role } = policy.administrator;
      return [slug, [...named, ...heads, { unitId, role }]] as const;
    }),
  );
}

/** Units that lead a countersign of any process. */
export function leadUnits(policy: Policy): ReadonlySet<string> {
  return new Set(leadsIn(policy.processes));
}

function leadsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { lead } = node as { lead?: { unitId?: unknown } };
  const here = typeof lead?.unitId === 'string' ? [lead.unitId] : [];
  return [...here, ...Object.values(node).flatMap(leadsIn)];
}

function namedHolders(node: unknown): Membership[] {
  if (typeof node !== 'object' || node === null) return [];
  const { unitId, role } = node as { unitId?: unknown; role?: unknown };
  if (typeof unitId === 'string' && typeof role === 'string')
    return unitId === 'applicant' ? [] : [{ unitId, role: role as Role }];
  return Object.values(node).flatMap(namedHolders);
}
