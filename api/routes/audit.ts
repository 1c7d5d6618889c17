import type { Handlers } from '../call.ts';
import { checkChain } from '../../prisma/check-chain.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { decodeCursor, page } from '../paging.ts';
import { Problem } from '../problems.ts';
import { z } from 'zod';

const cursorShape = z.tuple([z.string().regex(/^\d{1,18}$/)]);

export function auditRoutes({ prisma, directory, security }: Needs): Handlers<'checkChain' | 'listSecurityEvents'> {
  return {
    async checkChain({ asker, params, ip }) {
      const report = await checkChain(prisma, params.id);
      if (!report) throw new Problem('NotFound');
      await security({ action: 'chain-checked', userId: asker.id, target: `case ${report.caseId}`, ip });
      return report;
    },

    async listSecurityEvents({ query }) {
      const after = decodeCursor(query.cursor, cursorShape);
      const rows = await prisma.securityEvent.findMany({
        where: {
          ...(after && { id: { lt: BigInt(after[0]) } }),
          ...(query.action && { action: query.action }),
          ...(query.userId && { userId: query.userId }),
        },
        orderBy: { id: 'desc' },
        take: query.limit + 1,
      });
      const people = await directory.people(rows.map(({ userId }) => userId));
      return page(
        rows,
        query.limit,
        ({ id }) => [String(id)],
        ({ id, at, userId, ...rest }) => ({
          id: String(id),
          at: instant(at),
          userId,
          userName: people.orNull(userId)?.name ?? null,
          ...rest,
        }),
      );
    },
  };
}
