/** 通知: what happened that concerns me, from the rows that also become mails. */
import type { Prisma } from '../../prisma/client.ts';
import type { Bilingual } from '../../processes/case.ts';
import type { Notification } from '../contract/me.ts';
import { instant } from '../instant.ts';
import { decodeCursor, page, timeCursor } from '../paging.ts';

export async function notificationPage(
  { prisma }: { prisma: Prisma },
  recipientId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, timeCursor);
  const rows = await prisma.notification.findMany({
    where: {
      recipientId,
      // The daily digest repeats what the inbox shows.
      kind: { not: 'daily-digest' },
      ...(after && {
        OR: [{ createdAt: { lt: new Date(after[0]) } }, { createdAt: new Date(after[0]), id: { lt: after[1] } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: { id: true, kind: true, caseId: true, createdAt: true },
  });
  const cases = await prisma.case.findMany({
    where: { id: { in: rows.flatMap(({ caseId }) => caseId ?? []) } },
    select: { id: true, number: true, title: true },
  });
  const byId = new Map(cases.map((row) => [row.id, row]));
  return page(
    rows,
    limit,
    ({ createdAt, id }) => [createdAt.toISOString(), id],
    ({ id, kind, caseId, createdAt }): Notification => ({
      id,
      kind,
      caseId,
      text: texts[kind] ?? { zh: '通知', en: 'Notice' },
      number: byId.get(caseId ?? '')?.number ?? null,
      title: byId.get(caseId ?? '')?.title ?? null,
      at: instant(createdAt),
    }),
  );
}

const texts: Partial<Record<string, Bilingual>> = {
  'assignment-opened': { zh: '有新的待办', en: 'A turn is yours' },
  'returned-to-applicant': { zh: '申请被退回，请补正', en: 'Returned: please correct' },
  'case-approved': { zh: '申请已通过', en: 'Approved' },
  'case-rejected': { zh: '申请未通过', en: 'Not approved' },
  'case-withdrawn': { zh: '申请已撤回', en: 'Withdrawn' },
  'case-terminated': { zh: '事项已终止', en: 'Terminated' },
  'case-lapsed': { zh: '逾期未补正，事项终结', en: 'Lapsed: not corrected in time' },
  urged: { zh: '申请人催办', en: 'The applicant urges' },
  copied: { zh: '抄送给您', en: 'You were copied in' },
  'consultation-answered': { zh: '征求的意见已答复', en: 'Your question was answered' },
  'objection-filed': { zh: '公示期收到异议', en: 'An objection was filed' },
  'certificate-issued': { zh: '证书已颁发', en: 'Certificate issued' },
  'certificate-expiring': { zh: '证书即将到期，请复核', en: 'Your certificate expires soon' },
  'certificate-revoked': { zh: '证书已撤销', en: 'Certificate revoked' },
  'revocation-proposed': { zh: '已提请撤销证书', en: 'Revocation proposed' },
  'overdue-escalation': { zh: '有超期待办', en: 'Turns are overdue' },
};
