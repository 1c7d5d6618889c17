import type { Asker } from '../asker.ts';
import { hasRole } from '../asker.ts';
import type { Handlers } from '../call.ts';
import { handOverLeaver, readLeaver } from '../leavers.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';

export function leaverRoutes(needs: Needs): Handlers<'getLeaver' | 'handOverLeaver'> {
  return {
    getLeaver: async ({ asker, params }) => {
      admit(asker);
      return readLeaver(needs, params.id);
    },
    handOverLeaver: async ({ asker, params, body, via, ip, language }) => {
      admit(asker);
      const { toPersonId: to, reason, disable } = body;
      return handOverLeaver(needs, { asker, userId: params.id, to, reason, disable, via, ip, language });
    },
  };

  /** The office's own administrator, not one of another unit. */
  function admit(asker: Asker): void {
    const { unitId, role } = needs.policy.administrator;
    if (!hasRole(asker, role, unitId)) throw new Problem('Forbidden');
  }
}
