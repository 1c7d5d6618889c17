/** The one way to a case: whoever may not see it learns that nothing is there. */
import type { Prisma } from '../prisma/client.ts';
import { maySee, readAudience } from './access.ts';
import type { Audience, Sight } from './access.ts';
import type { Asker } from './asker.ts';
import type { Offices } from './offices.ts';
import { Problem } from './problems.ts';
import type { SecurityLog } from './security-log.ts';

export interface Entered {
  audience: Audience;
  sight: Sight;
}

export interface CaseDoor {
  /** Throws NotFound, and notes the refused access. */
  enter(asker: Asker, caseId: string, ip?: string): Promise<Entered>;
}

export function createCaseDoor({
  prisma,
  offices,
  security,
}: {
  prisma: Prisma;
  offices: Offices;
  security: SecurityLog;
}): CaseDoor {
  return {
    async enter(asker, caseId, ip) {
      const audience = await readAudience(prisma, caseId);
      if (!audience) throw new Problem('NotFound');
      const sight = maySee(asker, audience, offices);
      if (!sight.reads) {
        await security({ action: 'access-refused', userId: asker.id, target: `case ${caseId}`, ip });
        throw new Problem('NotFound');
      }
      return { audience, sight };
    },
  };
}
