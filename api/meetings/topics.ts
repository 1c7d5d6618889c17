import type { Asker } from '../asker.ts';
import type { RouteBody } from '../contract/route.ts';
import type { saveTopics } from '../contract/meetings.ts';
import type { MeetingTopic } from '../contract/meetings.ts';
import type { Directory } from '../directory.ts';
import { unitRef } from '../directory.ts';
import { instantOrNull } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import type { MeetingRecord } from './sight.ts';
import { mustHaveTurn } from './turns.ts';

type TopicRow = { id: string; unitId: string; title: string; body: string; authorId: string; sentAt: Date | null };

/** Replaces the drafts of a unit: the last who saves is right, as at one desk. */
export async function saveTopicDrafts(
  { prisma, directory }: Needs,
  asker: Asker,
  meeting: MeetingRecord,
  { unitId, topics }: RouteBody<typeof saveTopics>,
): Promise<MeetingTopic[]> {
  mustHaveTurn(asker, meeting, 'send-topics', unitId);
  const { caseId } = meeting;
  const rows = await prisma.$transaction(async (tx) => {
    await tx.topic.deleteMany({ where: { caseId, unitId, sentAt: null } });
    // Sent in this very moment by a colleague: nothing is added behind their back.
    if ((await tx.topic.count({ where: { caseId, unitId } })) > 0) throw new Problem('NotOpen');
    return tx.topic.createManyAndReturn({
      data: topics.map((topic, index) => ({ ...topic, caseId, unitId, position: index + 1, authorId: asker.id })),
    });
  });
  return topicViews(directory, rows);
}

export async function topicViews(directory: Directory, rows: TopicRow[]): Promise<MeetingTopic[]> {
  const [units, people] = await Promise.all([
    directory.units(),
    directory.people(rows.map(({ authorId }) => authorId)),
  ]);
  return rows.map(({ id, unitId, title, body, authorId, sentAt }) => ({
    ...{ id, title, body },
    unit: unitRef(units, unitId),
    author: people.get(authorId),
    sentAt: instantOrNull(sentAt),
  }));
}
