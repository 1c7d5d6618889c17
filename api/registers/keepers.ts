import type { Policy } from '../../processes/policy.ts';
import type { Asker } from '../asker.ts';
import { hasRole } from '../asker.ts';

/** Whether somebody keeps the registers (policy `registers.keepers`). */
export const mayKeep = (policy: Policy, asker: Asker): boolean =>
  policy.registers.keepers.some(({ role, unitId }) => hasRole(asker, role, unitId));
