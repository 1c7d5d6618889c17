/** Letters about a joint meeting, from what the database says now. */
import type { MeetingForm } from '../../../processes/joint-meeting/form.ts';
import { minutesFileId } from '../../documents/minutes-file.ts';
import type { MeetingFacts } from '../../emails/meeting.ts';
import type { Row } from '../../emails/mail.ts';
import { mailKinds } from '../../emails/mail-kinds.ts';
import { sayDate } from '../moments.ts';
import { type Attachment, type Desk, type Letter, skip, type Task } from './letter.ts';

type MeetingKind = 'meeting-called' | 'meeting-cancelled' | 'minutes-published';

/** So many lines of the agenda; the rest is on the page. */
const LINES = 30;

export async function meetingLetter({ desk, row }: Task, kind: MeetingKind): Promise<Letter> {
  const caseId = row.caseId ?? '';
  const file = await desk.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const facts = meetingFacts(desk, file);
  switch (kind) {
    case 'meeting-called':
      // Called off between the row and its sending.
      if (file.state !== 'in-review') return skip(`the meeting is ${file.state}`);
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, agenda: await agendaRows(desk, caseId) }) };
    case 'meeting-cancelled':
      return { kind: 'mail', mail: mailKinds[kind](facts) };
    case 'minutes-published': {
      const { minutesNumber } = await desk.prisma.meeting.findUniqueOrThrow({ where: { caseId } });
      const mail = mailKinds[kind]({ ...facts, minutesNumber: minutesNumber ?? '' });
      return { kind: 'mail', mail, attachments: await pdf(desk, caseId) };
    }
  }
}

function meetingFacts(
  { office }: Desk,
  file: { id: string; number: string; title: string; form: unknown },
): MeetingFacts {
  const { heldOn, startsAt, place, chair } = (file.form as MeetingForm).meeting;
  const { id, number, title } = file;
  return {
    ...{ office, number, title, place, chair },
    time: `${sayDate(heldOn)} ${startsAt}`,
    link: `${office.publicUrl}/meetings/${id}`,
  };
}

async function agendaRows({ prisma }: Desk, caseId: string): Promise<Row[]> {
  const entries = await prisma.agendaEntry.findMany({
    where: { caseId, dropReason: null },
    orderBy: { position: 'asc' },
    include: { topic: { select: { title: true, unitId: true } } },
  });
  const about = await prisma.case.findMany({
    where: { id: { in: entries.flatMap(({ aboutId }) => aboutId ?? []) } },
    select: { id: true, number: true, title: true },
  });
  const units = await prisma.unit.findMany({
    where: { id: { in: entries.flatMap(({ topic }) => topic?.unitId ?? []) } },
    select: { id: true, name: true },
  });
  const rows = entries.map(({ kind, topic, aboutId }, index) => {
    const subject = about.find(({ id }) => id === aboutId);
    const unit = units.find(({ id }) => id === topic?.unitId)?.name;
    const value = topic
      ? `${topic.title}${unit ? `（${unit}）` : ''}`
      : `${kind === 'item' ? '跟踪任务：' : '审定：'}${subject?.title ?? ''}（${subject?.number ?? ''}）`;
    return { label: String(index + 1), value };
  });
  const left = rows.length - LINES;
  return left > 0 ? [...rows.slice(0, LINES), { label: '…', value: `另有 ${left} 项，见会议页` }] : rows;
}

/** Throws when the document is not there yet: the mail then waits for it. */
async function pdf({ prisma, storage }: Desk, caseId: string): Promise<Attachment[]> {
  const file = await prisma.file.findUniqueOrThrow({ where: { id: minutesFileId(caseId) } });
  return [{ filename: file.name, content: await storage.get(file.storageKey), contentType: file.mime }];
}
