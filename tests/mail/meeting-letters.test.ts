/** Who reads what of a joint meeting: real cases, real mails, the paper attached. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDocumentActivities } from '../../activities/documents/document-activities.ts';
import { dazu } from '../processes/dazu.ts';
import { openDistrict, type District } from '../workflows/district.ts';
import { callMeeting } from '../workflows/meeting.ts';
import { openPostRoom, type PostRoom } from './post-room.ts';

let district: District;
let room: PostRoom;
beforeAll(async () => {
  district = await openDistrict();
  room = await openPostRoom(district);
});
afterAll(async () => {
  await room?.close();
  await district?.close();
});

/** The mails that leave now, by `who ← verb`. */
async function mails() {
  const before = room.catcher.mails.length;
  const now = new Date(await district.env.currentTimeMs());
  await room.send({ now: () => now });
  return new Map(
    room.catcher.mails.slice(before).map((mail) => {
      const verb = /^【联办】(.+?)｜/.exec(mail.subject ?? '')?.[1] ?? mail.subject;
      return [`${mail.envelopeTo[0]?.split('@')[0]} ← ${verb}`, mail];
    }),
  );
}

test('asked for topics, called, asked to sign, sent the published paper', async () => {
  const story = await callMeeting(district);
  const asked = await mails();
  expect([...asked.keys()].toSorted()).toEqual([
    'caizhengju-clerk ← 请报送议题',
    'rensheju-clerk ← 请报送议题',
    'stand-in ← 请报送议题',
  ]);
  const mail = asked.get('caizhengju-clerk ← 请报送议题')?.text ?? '';
  expect(mail).toMatch(/报送议题：https:\/\/lianban\.test\/act\/[\w-]{43}#approve/);
  expect(mail).toContain(`https://lianban.test/meetings/${story.caseId}`);

  await story.send('caizhengju', ['基金年度预算', '绩效评价安排']);
  await story.send('rensheju', []);
  await story.send('jiaowei', []);
  const set = await mails();
  expect([...set.keys()]).toEqual(['secretary ← 请编排议程']);
  const [entry] = await district.prisma.agendaEntry.findMany({
    where: { caseId: story.caseId },
    orderBy: { position: 'desc' },
  });
  await district.prisma.agendaEntry.update({ where: { id: entry?.id ?? '' }, data: { dropReason: '并入预算' } });
  await story.setAgenda();
  const called = await mails();
  const call = called.get('rensheju-reviewer ← 会议通知')?.text ?? '';
  expect(call).toContain(`会议地点：${story.form.meeting.place}`);
  expect(call).toContain('1：基金年度预算（区财政局）');
  expect(call).not.toContain('绩效评价安排');
  expect(called.has('secretary ← 请撰写纪要')).toBe(true);

  await story.held();
  await story.write('会议议定：安排基金预算。');
  const sign = (await mails()).get('caizhengju-reviewer ← 请办理')?.text ?? '';
  expect(sign).toMatch(
    /同意：https:\/\/lianban\.test\/act\/\S+#approve[\s\S]*不同意：https:\/\/lianban\.test\/act\/\S+#reject/,
  );
  for (const unit of ['jiaowei', 'caizhengju', 'rensheju'] as const) await story.sign(unit);
  await story.handle.result();

  // Drawn twice, it is one file.
  const { renderMinutes } = createDocumentActivities({
    prisma: district.prisma,
    storage: room.storage,
    publicUrl: 'https://lianban.test',
    district: dazu().district,
  });
  const fileId = await renderMinutes({ caseId: story.caseId });
  expect(await renderMinutes({ caseId: story.caseId })).toBe(fileId);
  expect(await district.prisma.file.count({ where: { caseId: story.caseId } })).toBe(1);
  const published = await mails();
  expect(published.size).toBe(6);
  const paper = published.get('stand-in ← 纪要印发');
  expect(paper?.text).toContain(`文号：${(await story.meeting()).minutesNumber}`);
  expect(paper?.attachments[0]).toMatchObject({ contentType: 'application/pdf' });
  expect(paper?.attachments[0]?.filename).toMatch(/^会议纪要-LH-\d{4}-\d{4}\.pdf$/);
  expect(paper?.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a meeting called off before its call went out: nobody is called any more, everybody learns that it is off', async () => {
  const story = await callMeeting(district);
  for (const unit of ['jiaowei', 'caizhengju', 'rensheju'] as const) await story.send(unit, []);
  await mails();
  await story.setAgenda();
  await story.act('withdraw', 'secretary');
  const told = [...(await mails()).keys()];
  expect(told.filter((line) => line.endsWith('会议通知'))).toEqual([]);
  expect(told.filter((line) => line.endsWith('会议取消'))).toHaveLength(6);
});
