/** Versions of the minutes: one draft at a time, what was handed on stays. */
import type { Prisma as Types } from '../../prisma/generated/client.ts';
import type { MinutesText } from '../../processes/joint-meeting/minutes-text.ts';
import type { Asker } from '../asker.ts';
import type { MinutesView, saveMinutes } from '../contract/meetings.ts';
import type { RouteBody } from '../contract/route.ts';
import type { Directory } from '../directory.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { PRODUCED } from '../views/file-view.ts';
import type { MeetingRecord, MeetingSight } from './sight.ts';
import { mustHaveTurn } from './turns.ts';

export type MinutesRow = Types.MinutesGetPayload<object>;

/** Throws DraftChanged when somebody else has saved since `revision` was read. */
export async function saveMinutesDraft(
  { prisma, directory }: Needs,
  asker: Asker,
  meeting: MeetingRecord,
  { document, revision }: RouteBody<typeof saveMinutes>,
): Promise<MinutesView> {
  mustHaveTurn(asker, meeting, 'write-minutes');
  const { caseId } = meeting;
  const text = { document: document as object, authorId: asker.id, savedAt: new Date() };
  const row = await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM meeting WHERE case_id = ${caseId} FOR UPDATE`;
    const open = await tx.assignment.count({ where: { caseId, purpose: 'write-minutes', state: 'open' } });
    if (open === 0) throw new Problem('NotOpen');
    const last = await tx.minutes.findFirst({ where: { caseId }, orderBy: { version: 'desc' } });
    if (!last || last.final) {
      if (revision !== 0) throw new Problem('DraftChanged');
      return tx.minutes.create({ data: { caseId, version: (last?.version ?? 0) + 1, ...text } });
    }
    if (last.revision !== revision) throw new Problem('DraftChanged');
    return tx.minutes.update({ where: { id: last.id }, data: { ...text, revision: revision + 1 } });
  });
  return minutesOf(directory, row);
}

/** The office sees its draft; everybody else what was handed on. */
export async function readVersions(
  { prisma }: Pick<Needs, 'prisma'>,
  caseId: string,
  { office }: MeetingSight,
): Promise<MinutesRow[]> {
  const rows = await prisma.minutes.findMany({ where: { caseId }, orderBy: { version: 'desc' } });
  return office ? rows : rows.filter(({ final }) => final);
}

/** The paper of the published minutes: the one file of a meeting's case that the service has made. */
export const publishedDocument = ({ prisma }: Pick<Needs, 'prisma'>, caseId: string) =>
  prisma.file.findFirst({ where: { caseId, uploadedById: PRODUCED, mime: 'application/pdf' } });

export async function minutesOf(directory: Directory, row: MinutesRow): Promise<MinutesView> {
  const people = await directory.people([row.authorId]);
  const { version, final, revision } = row;
  return {
    ...{ version, final, revision },
    document: row.document as unknown as MinutesText,
    author: people.get(row.authorId),
    savedAt: instant(row.savedAt),
  };
}
