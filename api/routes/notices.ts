import { randomUUID } from 'node:crypto';
import { processBySlug } from '../../processes/catalogue.ts';
import type { CaseRules } from '../../processes/case.ts';
import type { Fact } from '../../processes/process.ts';
import type { Handlers } from '../call.ts';
import { unitRef } from '../directory.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { decodeCursor, page, timeCursor } from '../paging.ts';
import { Problem } from '../problems.ts';
import { orRefusal } from '../refusals.ts';
import { stagesOf } from '../views/case-record.ts';

export function noticeRoutes(needs: Needs): Handlers<'listNotices' | 'getNotice' | 'fileObjection'> {
  const { prisma, directory, messages } = needs;
  return {
    async listNotices({ query }) {
      const after = decodeCursor(query.cursor, timeCursor);
      const states = {
        current: ['open', 'suspended'],
        past: ['closed', 'cancelled'],
        all: ['open', 'suspended', 'closed', 'cancelled'],
      }[query.state];
      const rows = await prisma.notice.findMany({
        where: {
          state: { in: states },
          ...(after && {
            OR: [
              { publishedAt: { lt: new Date(after[0]) } },
              { publishedAt: new Date(after[0]), id: { lt: after[1] } },
            ],
          }),
        },
        orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
        take: query.limit + 1,
      });
      const cases = await prisma.case.findMany({
        where: { id: { in: rows.map(({ caseId }) => caseId) } },
        select: { id: true, process: true },
      });
      const processes = new Map(cases.map(({ id, process }) => [id, process]));
      return page(
        rows,
        query.limit,
        ({ publishedAt, id }) => [publishedAt.toISOString(), id],
        (row) => summary(row, processes.get(row.caseId) ?? ''),
      );
    },

    async getNotice({ params }) {
      const notice = await prisma.notice.findUnique({ where: { id: params.id } });
      if (!notice) throw new Problem('NotFound');
      const [row, units] = await Promise.all([
        prisma.case.findUniqueOrThrow({
          where: { id: notice.caseId },
          select: { process: true, unitId: true, rules: true },
        }),
        directory.units(),
      ]);
      const over = notice.state === 'closed' || notice.state === 'cancelled';
      const stage = stagesOf(row.rules as unknown as CaseRules).find(({ slug }) => slug === notice.stage);
      return {
        ...summary(notice, row.process),
        clause: stage?.clause ?? '',
        unit: unitRef(units, row.unitId),
        // Least data: when the period is over, the page says that there was a notice, not about whom in detail.
        facts: over ? [] : (notice.body as unknown as Fact[]),
        mayObject: takesObjections(notice),
      };
    },

    async fileObjection({ params, body, idempotency }) {
      const notice = await prisma.notice.findUnique({ where: { id: params.id } });
      if (!notice) throw new Problem('NotFound');
      if (!takesObjections(notice)) throw new Problem('NotOpen');
      const id = idempotency?.caseId ?? randomUUID();
      const filed = { id, noticeId: notice.id, ...body };
      await prisma.objection.createMany({ data: filed, skipDuplicates: true });
      try {
        await orRefusal(needs, null, () => messages.object(notice.caseId, id));
      } catch (error) {
        // Refused: the period ended in this instant. A fault keeps the row; the same key sends it again.
        if (error instanceof Problem && error.status < 500)
          await prisma.objection.deleteMany({ where: { id, state: 'filed' } });
        throw error;
      }
      const { createdAt } = await prisma.objection.findUniqueOrThrow({ where: { id }, select: { createdAt: true } });
      return { id, receivedAt: instant(createdAt) };
    },
  };
}

interface NoticeRow {
  id: string;
  title: string;
  state: string;
  publishedAt: Date;
  endsAt: Date;
}

/** While an objection is investigated the clock stands still, and others may still object. */
const takesObjections = ({ state, endsAt }: NoticeRow): boolean =>
  state === 'suspended' || (state === 'open' && endsAt > new Date());

const stateTexts = {
  open: { zh: '公示中', en: 'Open' },
  suspended: { zh: '异议核查中', en: 'Objection under investigation' },
  closed: { zh: '公示期满', en: 'Closed' },
  cancelled: { zh: '已终止公示', en: 'Cancelled' },
};

const summary = ({ id, title, state, publishedAt, endsAt }: NoticeRow, process: string) => ({
  id,
  title,
  process: processBySlug(process)?.name ?? { zh: process, en: process },
  state: state as keyof typeof stateTexts,
  stateText: stateTexts[state as keyof typeof stateTexts],
  publishedAt: instant(publishedAt),
  endsAt: instant(endsAt),
});
