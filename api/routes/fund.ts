import { randomUUID } from 'node:crypto';
import type { Role } from '../../processes/case.ts';
import type { Handlers } from '../call.ts';
import { listSchoolFunding } from '../contract/fund.ts';
import { decideTurn } from '../decisions.ts';
import { readFund } from '../fund/fund-view.ts';
import { handOver } from '../fund/hand-over-orders.ts';
import { listOrders, readOrder, turnOfOrder } from '../fund/payment-orders.ts';
import { listPostings } from '../fund/postings.ts';
import { reconcile } from '../fund/reconcile.ts';
import { closeYear, recordSource } from '../fund/record-money.ts';
import { schoolFunding } from '../fund/school-funding.ts';
import { sendSheet } from '../fund/sheet-cells.ts';
import { statementSheet } from '../fund/statement-sheet.ts';
import { readStatement } from '../fund/statement.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { countersignBoards } from '../views/countersign-board.ts';

type Names =
  | 'getFund'
  | 'listFundEntries'
  | 'getStatement'
  | 'exportStatement'
  | 'recordSource'
  | 'closeYear'
  | 'listPaymentOrders'
  | 'getPaymentOrder'
  | 'handOverOrders'
  | 'markOrderPaid'
  | 'reconcileFund'
  | 'listSchoolFunding'
  | 'listCountersigns';

const ofSchool: readonly Role[] = listSchoolFunding.access.roles;

export function fundRoutes(needs: Needs): Handlers<Names> {
  const { prisma, security } = needs;
  return {
    getFund: ({ query }) => readFund(needs, query),
    listFundEntries: ({ query }) => listPostings(needs, query),
    getStatement: ({ query }) => readStatement(needs, query),

    async exportStatement({ query, language, response }) {
      sendSheet(response, await statementSheet(needs, query, language), `基金对账单-${query.year}`);
    },

    recordSource: ({ asker, body, idempotency }) =>
      recordSource(needs, body, { userId: asker.id, key: idempotency?.key ?? randomUUID() }),

    closeYear: ({ asker, body, idempotency }) =>
      closeYear(needs, body.year, { userId: asker.id, key: idempotency?.key ?? randomUUID() }),

    listPaymentOrders: ({ query }) => listOrders(needs, query),
    getPaymentOrder: ({ params }) => readOrder(needs, params.number),

    async handOverOrders({ asker, body, ip, language, response }) {
      const sheet = await handOver(needs, body.numbers, asker.id, language);
      // The file shows account numbers whole: who took it is on record.
      await security({
        action: 'unmasked',
        userId: asker.id,
        target: body.numbers.join(' ').slice(0, 500),
        reason: '送财政',
        ip,
      });
      sendSheet(response, sheet, `拨付通知-${body.numbers[0] ?? ''}`);
    },

    async markOrderPaid({ asker, params, body, via, ip, request }) {
      const { voucher, opinion } = body;
      return decideTurn(needs, {
        asker,
        assignmentId: await turnOfOrder(prisma, params.number),
        body: { verdict: 'approve', data: { voucher }, ...(opinion && { opinion }) },
        decisionId: request.get('idempotency-key'),
        ...{ via, ip },
      });
    },

    reconcileFund: async () => ({ at: instant(new Date()), ...(await reconcile(prisma)) }),

    listCountersigns: async ({ asker }) => ({ items: await countersignBoards(needs, asker) }),

    listSchoolFunding: async ({ asker }) => ({
      items: await schoolFunding(
        needs,
        // Of the units one answers for, not of every one belonged to.
        asker.memberships.filter(({ role }) => ofSchool.includes(role)).map(({ unitId }) => unitId),
      ),
    }),
  };
}
