import { randomUUID } from 'node:crypto';
import type { CaseRules } from '../../processes/case.ts';
import type { Handlers } from '../call.ts';
import { caseRows } from '../lists/case-rows.ts';
import type { Needs } from '../needs.ts';
import { submitApplication } from '../submissions.ts';
import { orRefusal } from '../refusals.ts';
import { readCaseView } from '../views/case-view.ts';
import { readTimeline } from '../views/timeline.ts';

export function caseRoutes(needs: Needs): Handlers<'submitCase' | 'listCases' | 'getCase' | 'listEvents'> {
  const { prisma, door } = needs;
  return {
    submitCase: ({ asker, body, idempotency }) =>
      orRefusal(needs, null, () => submitApplication(needs, asker, idempotency?.caseId ?? randomUUID(), body)),

    listCases: ({ asker, query }) => caseRows(needs, asker, query),

    async getCase({ asker, params, ip }) {
      const entered = await door.enter(asker, params.id, ip);
      if (entered.audience.copied.has(asker.id)) {
        await prisma.copy.updateMany({
          where: { caseId: params.id, userId: asker.id, readAt: null },
          data: { readAt: new Date() },
        });
      }
      return readCaseView(needs, asker, entered);
    },

    async listEvents({ asker, params, query, ip }) {
      const { sight } = await door.enter(asker, params.id, ip);
      const { rules } = await prisma.case.findUniqueOrThrow({ where: { id: params.id }, select: { rules: true } });
      return {
        items: await readTimeline(needs, {
          caseId: params.id,
          rules: rules as unknown as CaseRules,
          after: query.after,
          sight,
        }),
      };
    },
  };
}
