/** A joint meeting of three units for stories: who sends what, what the secretary writes. */
import { randomUUID } from 'node:crypto';
import type { MeetingForm } from '../../processes/joint-meeting/form.ts';
import { jointMeeting } from '../../processes/joint-meeting/definition.ts';
import type { MinutesText } from '../../processes/joint-meeting/minutes-text.ts';
import { DAY_MS, shanghaiDate } from '../../processes/shanghai.ts';
import { dazu } from '../processes/dazu.ts';
import type { District } from './district.ts';

export const clerks = { jiaowei: 'stand-in', caizhengju: 'caizhengju-clerk', rensheju: 'rensheju-clerk' };
export const signers = { jiaowei: 'bureau-reviewer', caizhengju: 'caizhengju-reviewer', rensheju: 'rensheju-reviewer' };
type Member = keyof typeof clerks;

export type MeetingStory = Awaited<ReturnType<typeof callMeeting>>;

export const minutesOf = (text: string): MinutesText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** Topics are due in a week, the meeting is held in two. */
export async function callMeeting(district: District) {
  const nowMs = await district.env.currentTimeMs();
  const form: MeetingForm = {
    meeting: {
      title: '职业教育工作联席会议',
      heldOn: shanghaiDate(nowMs + 14 * DAY_MS),
      startsAt: '14:30',
      place: `会议室 ${randomUUID().slice(0, 4)}`,
      chair: '区政府分管副区长',
    },
    topics: { dueOn: shanghaiDate(nowMs + 7 * DAY_MS) },
    members: Object.keys(clerks).map((unit) => ({ unit })),
  };
  const story = await district.submit({
    ...{ form, applicantId: 'secretary', process: 'joint-meeting', workflow: 'jointMeeting' },
    title: jointMeeting.title(form),
    rules: jointMeeting.rules(dazu(), { unitId: 'jiaowei' }, form),
    facts: jointMeeting.facts(form),
  });
  const { prisma } = district;
  const { caseId } = story;
  return {
    ...story,
    form,
    async send(unitId: Member, titles: string[]) {
      const topicIds = titles.map(() => randomUUID());
      await prisma.topic.createMany({
        data: topicIds.map((id, index) => ({
          ...{ id, caseId, unitId, position: index + 1, body: '', authorId: clerks[unitId] },
          title: titles[index] ?? '',
        })),
      });
      return story.decide(clerks[unitId], 'approve', { data: { topicIds } });
    },
    setAgenda: () => story.decide('secretary', 'approve'),
    async held() {
      await district.env.sleep(14 * DAY_MS);
    },
    async write(text: string) {
      const version = (await prisma.minutes.count({ where: { caseId } })) + 1;
      const minutes = await prisma.minutes.create({
        data: { caseId, version, document: minutesOf(text) as never, authorId: 'secretary', savedAt: new Date() },
      });
      await story.decide('secretary', 'approve', { data: { minutesId: minutes.id } });
      return minutes.id;
    },
    sign: (unitId: Member, verdict: 'approve' | 'reject' = 'approve', opinion = '无异议') =>
      story.decide(signers[unitId], verdict, { opinion }),
    meeting: () => prisma.meeting.findUniqueOrThrow({ where: { caseId } }),
    agenda: async () =>
      (
        await prisma.agendaEntry.findMany({ where: { caseId }, orderBy: { position: 'asc' }, include: { topic: true } })
      ).map(({ kind, topic, aboutId, final }) => ({ kind, about: topic?.title ?? aboutId, final })),
  };
}
