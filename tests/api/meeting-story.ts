/** A joint meeting for API tests: called, topics sent, minutes written and published. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { MeetingView } from '../../api/contract/meetings.ts';
import type { Verdict } from '../../processes/case.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { minutesOf } from '../workflows/meeting.ts';
import { openOffice, type Office } from './office.ts';

/** The office of the file that opened it. */
export let office: Office;
export const today = shanghaiDate(Date.now());

export function meetInOffice(): void {
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.stop());
}

export const clerks = { jiaowei: 'stand-in', caizhengju: 'caizhengju-clerk', rensheju: 'rensheju-clerk' } as const;
export type Member = keyof typeof clerks;

/** A meeting of three units, today. */
export async function call(change: { heldOn?: string; dueOn?: string; members?: string[] } = {}): Promise<string> {
  const { heldOn = today, dueOn = heldOn, members = Object.keys(clerks) } = change;
  const form = {
    meeting: { title: '职业教育工作联席会议', heldOn, startsAt: '14:30', place: randomUUID(), chair: '分管副区长' },
    topics: { dueOn },
    members: members.map((unit) => ({ unit })),
  };
  const secretary = await office.as('secretary');
  return (await secretary.submitCase({ body: { process: 'joint-meeting', form } }, { idempotencyKey: randomUUID() }))
    .id;
}

export const read = async (login: string, id: string): Promise<MeetingView> =>
  (await office.as(login)).getMeeting({ params: { id } });

export async function take(login: string, id: string, verdict: Verdict = 'approve', opinion?: string) {
  const [turn] = (await read(login, id)).turns;
  if (!turn) throw new Error(`${login} has no turn`);
  const body = { verdict, round: turn.round, ...(opinion && { opinion }) };
  return (await office.as(login)).decideAssignment({ params: { id: turn.assignmentId }, body });
}

export async function send(unitId: Member, id: string, titles: string[] = []) {
  const api = await office.as(clerks[unitId]);
  const topics = titles.map((title) => ({ title, body: `${title}的说明` }));
  await api.saveTopics({ params: { id }, body: { unitId, topics } });
  await take(clerks[unitId], id);
}

export async function write(id: string, text: string, revision = 0) {
  const api = await office.as('secretary');
  return api.saveMinutes({ params: { id }, body: { document: minutesOf(text), revision } });
}

export async function toTheMembers(id: string) {
  for (const unit of Object.keys(clerks) as Member[]) await send(unit, id);
  await take('secretary', id);
  await write(id, '会议议定事项。');
  await take('secretary', id);
}

export async function published(): Promise<string> {
  const id = await call();
  await toTheMembers(id);
  for (const login of ['bureau-reviewer', 'caizhengju-reviewer', 'rensheju-reviewer']) await take(login, id);
  return id;
}
