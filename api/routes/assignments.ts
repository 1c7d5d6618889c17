import { addSigner, claim, consult, transfer } from '../../workflows/messages.ts';
import type { Holder } from '../../processes/case.ts';
import type { Handlers } from '../call.ts';
import { decideTurn } from '../decisions.ts';
import { handOver, refuseStranger } from '../hand-over.ts';
import { assignmentRows } from '../lists/assignment-rows.ts';
import { readDone } from '../lists/done.ts';
import { countInbox, ownWays, readInbox, substituteWays } from '../lists/inbox.ts';
import type { Needs } from '../needs.ts';
import { encodeCursor } from '../paging.ts';
import { approveBatch } from '../batch.ts';

type Names =
  | 'listAssignments'
  | 'countAssignments'
  | 'decideAssignment'
  | 'batchApprove'
  | 'transferAssignment'
  | 'delegateAssignment'
  | 'addSigner'
  | 'claimAssignment';

export function assignmentRoutes(needs: Needs): Handlers<Names> {
  const { prisma, clock, policy } = needs;
  return {
    async listAssignments({ asker, query }) {
      const { state, limit, cursor, process, q } = query;
      if (state === 'done') return readDone(needs, asker, query);
      const ways = state === 'open' ? ownWays(asker) : substituteWays(asker);
      const rows = await readInbox(prisma, asker, ways, { filter: { process, q }, cursor, limit });
      const last = rows[limit - 1];
      return {
        items: await assignmentRows(needs, rows.slice(0, limit)),
        nextCursor: rows.length > limit && last ? encodeCursor([last.dueAt?.toISOString() ?? null, last.id]) : null,
      };
    },

    async countAssignments({ asker }) {
      const near = policy.dailyRound.nearWorkingDays;
      const soon = new Date(
        (await clock.read()).chain(Date.now(), [{ workingDays: Math.max(near, 1) }])[0] ?? Date.now(),
      );
      const [own, delegated, copiedUnread, drafts, mine] = await Promise.all([
        countInbox(prisma, asker, ownWays(asker), soon),
        countInbox(prisma, asker, substituteWays(asker), soon),
        prisma.copy.count({ where: { userId: asker.id, readAt: null } }),
        prisma.draft.count({ where: { userId: asker.id } }),
        prisma.case.count({ where: { applicantId: asker.id, closedAt: null } }),
      ]);
      return { ...own, delegatedToMe: delegated.open, copiedUnread, drafts, mine };
    },

    decideAssignment: ({ asker, params, body, via, ip, request }) => {
      const { decisionId = request.get('idempotency-key'), ...decision } = body;
      return decideTurn(needs, { asker, assignmentId: params.id, body: decision, decisionId, via, ip });
    },

    batchApprove: ({ asker, body, via, ip, language }) => approveBatch(needs, { asker, ...body, via, ip, language }),

    async transferAssignment({ asker, params, body, ...call }) {
      const to: Holder =
        'personId' in body.to ? { kind: 'person', userId: body.to.personId } : { kind: 'role', ...body.to };
      await refuseStranger(needs, to);
      return handOver(needs, {
        asker,
        assignmentId: params.id,
        update: transfer,
        message: { to },
        text: body.reason,
        administrator: true,
        ...call,
      });
    },

    async delegateAssignment({ asker, params, body, ...call }) {
      await refuseStranger(needs, { kind: 'person', userId: body.personId });
      const message = { kind: 'delegate' as const, userId: body.personId };
      return handOver(needs, { asker, assignmentId: params.id, update: consult, message, text: body.reason, ...call });
    },

    async addSigner({ asker, params, body, ...call }) {
      await refuseStranger(needs, { kind: 'person', userId: body.personId });
      const { personId: userId, reason: text } = body;
      if (body.when === 'before') {
        return handOver(needs, {
          asker,
          assignmentId: params.id,
          update: consult,
          message: { kind: 'signer-before' as const, userId },
          text,
          ...call,
        });
      }
      return handOver(needs, { asker, assignmentId: params.id, update: addSigner, message: { userId }, text, ...call });
    },

    claimAssignment: ({ asker, params, ...call }) =>
      handOver(needs, { asker, assignmentId: params.id, update: claim, message: {}, ...call }),
  };
}
