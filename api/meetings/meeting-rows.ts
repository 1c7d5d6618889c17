/** 会议 list: the latest first, those of my units or all of them for the office. */
import { z } from 'zod';
import type { CaseRules, Purpose } from '../../processes/case.ts';
import type { MeetingForm } from '../../processes/joint-meeting/form.ts';
import type { Asker } from '../asker.ts';
import type { listMeetings, MeetingRow } from '../contract/meetings.ts';
import type { RouteQuery } from '../contract/route.ts';
import type { Needs } from '../needs.ts';
import { decodeCursor, page } from '../paging.ts';
import { headOf } from './meeting-view.ts';
import { sightOf, unitsOf } from './sight.ts';
import { myTurns } from './turns.ts';

const cursorShape = z.tuple([z.iso.date(), z.string().max(64)]);

export async function meetingRows(
  { prisma, policy }: Needs,
  asker: Asker,
  { state, cursor, limit }: RouteQuery<typeof listMeetings>,
): Promise<{ items: MeetingRow[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, cursorShape);
  const { office, oversees } = sightOf(asker, [], policy.processes['joint-meeting'].secretariat);
  const rows = await prisma.meeting.findMany({
    where: {
      ...(office || oversees ? {} : { memberIds: { hasSome: unitsOf(asker) } }),
      ...(state === 'open' && { publishedAt: null }),
      ...(state === 'published' && { publishedAt: { not: null } }),
      ...(after && { OR: [{ heldOn: { lt: after[0] } }, { heldOn: after[0], caseId: { lt: after[1] } }] }),
    },
    orderBy: [{ heldOn: 'desc' }, { caseId: 'desc' }],
    take: limit + 1,
    include: { _count: { select: { topics: { where: { sentAt: { not: null } } } } } },
  });
  const files = await prisma.case.findMany({
    where: { id: { in: rows.map(({ caseId }) => caseId) } },
    include: { assignments: true, visits: true },
  });
  const known = rows.flatMap(({ _count, ...row }) => {
    const file = files.find(({ id }) => id === row.caseId);
    if (!file) return [];
    const form = file.form as unknown as MeetingForm;
    return [{ ...row, file, form, rules: file.rules as unknown as CaseRules, topics: _count.topics }];
  });
  return page(
    known,
    limit,
    ({ heldOn, caseId }) => [heldOn, caseId],
    (meeting) => ({
      ...headOf(meeting),
      topics: meeting.topics,
      mine: [...new Set(myTurns(asker, meeting).map(({ purpose }) => purpose as Purpose))],
    }),
  );
}
