/** Who reads what when a teacher is certified: real cases, real mails. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { certificateFileId } from '../../activities/documents/certificate-file.ts';
import { createDocumentActivities } from '../../activities/documents/document-activities.ts';
import { shanghaiDate } from '../../processes/shanghai.ts';
import type { CaughtMail } from '../support/index.ts';
import { openDistrict, type District, type Story } from '../workflows/district.ts';
import { role } from '../workflows/rules.ts';
import { caseWorkflowId } from '../../workflows/messages.ts';
import { dazu } from '../processes/dazu.ts';
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

// A teacher has one application at a time: what a test left open is withdrawn, and its mails go to nobody.
afterEach(async () => {
  for (const { id } of await district.prisma.case.findMany({ where: { closedAt: null } })) {
    await district.env.client.workflow.getHandle(caseWorkflowId(id)).terminate();
    await district.prisma.case.update({ where: { id }, data: { openKey: null, closedAt: new Date() } });
  }
  await district.prisma.notification.updateMany({ data: { state: 'skipped' } });
});

/** The mails that leave now, as `who ← subject`, by name. */
async function mails() {
  const before = room.catcher.mails.length;
  const now = new Date(await district.env.currentTimeMs());
  await room.send({ now: () => now });
  const nameOf = (mail: CaughtMail) => mail.envelopeTo[0]?.split('@')[0] ?? '';
  return room.catcher.mails.slice(before).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
const inWords = (sent: Awaited<ReturnType<typeof mails>>) =>
  sent.map(
    ({ envelopeTo, subject }) => `${envelopeTo[0]!.split('@')[0]} ← ${subject?.replace(/（SS-\d{4}-\d{4}）$/, '')}`,
  );
const buttonsOf = (text = '') =>
  [...text.matchAll(/ {2}(\S+)：https:\/\/lianban\.test\/act\/[\w-]{43}#(\w+)/g)].map(
    (match) => `${match[1]} ${match[2]}`,
  );

async function untilNotice(story: Story) {
  await story.decide('school-reviewer', 'approve');
  await story.vote();
}

test('returned for correction, resubmitted, urged, asked for an opinion, approved by the school', async () => {
  const story = await district.submit();
  const opened = await mails();
  expect(inWords(opened)).toEqual([
    'school-reviewer ← 【联办】请办理｜中级双师型教师认定',
    'school-reviewer-2 ← 【联办】请办理｜中级双师型教师认定',
  ]);
  expect(buttonsOf(opened[0]!.text)).toEqual(['同意 approve', '退回 return', '不同意 reject']);
  expect(opened[0]!.text).toMatch(/◎ school-review {2}剩余 5 个工作日\n {2}○ 专家评议 {2}预计 /);
  expect(opened[0]!.text).toContain(`查看完整材料：https://lianban.test/cases/${story.caseId}`);
  // Masked facts only: the form's identity number stays where it is.
  const { form } = await district.prisma.case.findUniqueOrThrow({ where: { id: story.caseId } });
  const { idNumber } = (form as { applicant: { idNumber: string } }).applicant;
  for (const { raw, text } of opened) expect(raw.toString() + text).not.toContain(idNumber);

  await story.decide('school-reviewer', 'return', {
    opinion: '企业实践协议缺少盖章页。\n请补充。',
    returnTo: 'applicant',
    resubmission: 'direct',
  });
  const returned = await mails();
  expect(inWords(returned)).toEqual(['teacher ← 【联办】请补正｜中级双师型教师认定']);
  expect(returned[0]!.text).toContain('  | 企业实践协议缺少盖章页。\n  | 请补充。');
  expect(returned[0]!.text).toMatch(/school-reviewer {2}\S+日\n/);
  expect(returned[0]!.text).toMatch(/请于 \S+ 24:00 前重新提交/);
  expect(returned[0]!.text).toContain('◎ school-review  待补正');

  await story.resubmit();
  expect(inWords(await mails())).toEqual([
    'school-reviewer ← 【联办】请办理｜中级双师型教师认定（补正）',
    'school-reviewer-2 ← 【联办】请办理｜中级双师型教师认定（补正）',
  ]);
  await story.act('urge', 'teacher');
  const urged = await mails();
  expect(inWords(urged).at(0)).toBe('school-reviewer ← 【联办】催办｜中级双师型教师认定（补正）');
  expect(buttonsOf(urged[0]!.text)).toHaveLength(3);

  await story.consult('school-reviewer', 'principal');
  const asked = await mails();
  expect(inWords(asked)).toEqual(['principal ← 【联办】请提出意见｜中级双师型教师认定（补正）']);
  expect(buttonsOf(asked[0]!.text)).toEqual(['同意 approve', '不同意 reject']);
  await story.decide('principal', 'approve', { opinion: '情况属实' });
  const answered = await mails();
  expect(inWords(answered)[0]).toBe('school-reviewer ← 【联办】意见已回复｜中级双师型教师认定（补正）');
  expect(answered[0]!.text).toContain('  | 情况属实');

  await story.act('withdraw', 'teacher');
  expect(inWords(await mails())).toEqual(['teacher ← 【联办】已撤回｜中级双师型教师认定（补正）']);
});

test('experts vote, an objection is investigated, the certificate comes as a PDF, its revocation is announced', async () => {
  const story = await district.submit();
  await story.decide('school-reviewer', 'approve');
  // The first reviewer decided before the mails left: nobody is asked for what is done.
  const toExperts = await mails();
  expect(inWords(toExperts).every((words) => /^(own-school-)?expert-\d ← 【联办】请评议投票｜/.test(words))).toBe(true);
  expect(toExperts).toHaveLength(3);
  expect(buttonsOf(toExperts[0]!.text)).toEqual(['同意 approve', '不同意 reject', '回避 recuse']);
  const skipped = await district.prisma.notification.findMany({
    where: { caseId: story.caseId, state: 'skipped' },
    orderBy: { recipientId: 'asc' },
  });
  expect(skipped.map(({ recipientId, lastError }) => [recipientId, lastError])).toEqual([
    ['school-reviewer', 'assignment approved'],
    ['school-reviewer-2', 'assignment approved'],
  ]);

  await story.vote();
  await story.object();
  const objection = await mails();
  expect(inWords(objection)).toEqual([
    'bureau-reviewer ← 【联办】请核查异议｜中级双师型教师认定',
    'teacher ← 【联办】公示收到异议｜中级双师型教师认定',
  ]);
  expect(objection[0]!.text).toMatch(/专家评议 {2}\S+日 同意 3 票，不同意 0 票/);
  expect(buttonsOf(objection[0]!.text)).toEqual(['填写核查结论 approve']);
  // Who objected stays with those who investigate.
  expect(objection[1]!.text).not.toContain('周某');

  await story.decide('bureau-reviewer', 'approve', { opinion: '查无实据', data: { finding: 'dismissed' } });
  await district.pass({ workingDays: 5 });
  const bureau = await mails();
  expect(inWords(bureau)).toEqual(['bureau-reviewer ← 【联办】请办理｜中级双师型教师认定']);
  expect(bureau[0]!.text).toMatch(/● 公示 {2}\S+日 公示期满\n {2}◎ bureau-decision {2}剩余 10 个工作日/);

  await story.decide('bureau-reviewer', 'approve');
  const documents = createDocumentActivities({
    prisma: district.prisma,
    storage: room.storage,
    publicUrl: 'https://lianban.test',
    district: dazu().district,
  });
  const fileId = await documents.renderCertificate({ caseId: story.caseId });
  const certificate = await district.prisma.certificate.findUniqueOrThrow({ where: { caseId: story.caseId } });
  expect(fileId).toBe(certificateFileId(certificate.number));
  expect(await documents.renderCertificate({ caseId: story.caseId })).toBe(fileId);
  expect(await district.prisma.file.findMany({ where: { caseId: story.caseId } })).toMatchObject([
    { id: fileId, mime: 'application/pdf' },
  ]);
  await expect.poll(story.told).toContain('teacher ← certificate-issued (certificate)');
  const [issued] = await mails();
  expect(inWords([issued!])).toEqual(['teacher ← 【联办】已发证｜中级双师型教师认定']);
  expect(issued!.text).toContain(
    `查验证书：https://lianban.test/certificates/${certificate.number}?check=${certificate.checkCode}`,
  );
  const [pdf] = issued!.attachments;
  expect(pdf).toMatchObject({ filename: `双师型教师证书-${certificate.number}.pdf`, contentType: 'application/pdf' });
  expect(pdf!.content.subarray(0, 5).toString()).toBe('%PDF-');
  const raw = issued!.raw.toString().replace(/\r\n[ \t]+/g, ' ');
  // RFC 2231 for those who know it, an encoded `name` for QQ Mail.
  expect(raw).toMatch(
    /Content-Disposition: attachment;( filename\*0\*=utf-8''%E5%8F%8C%E5%B8%88| filename\*=utf-8''%E5%8F%8C%E5%B8%88)/,
  );
  expect(raw).toMatch(/Content-Type: application\/pdf; name="=\?UTF-8\?[BQ]\?/);

  await story.act('proposeRevocation', 'bureau-reviewer', role('jiaowei', 'reviewer'));
  expect(inWords(await mails())).toEqual([
    'bureau-leader ← 【联办】请办理｜中级双师型教师认定',
    'teacher ← 【联办】拟撤销证书｜中级双师型教师认定',
  ]);
  await story.decide('bureau-leader', 'approve', { opinion: '实践证明系伪造' });
  const revoked = await mails();
  expect(inWords(revoked)).toEqual(['teacher ← 【联办】证书已撤销｜中级双师型教师认定']);
  expect(revoked[0]!.text).toContain('  | 实践证明系伪造');
});

test('a refusal names the stage and the reason', async () => {
  const story = await district.submit();
  await story.decide('school-reviewer', 'reject', { opinion: '师德考核不合格' });
  const rejected = await mails();
  expect(inWords(rejected)).toEqual(['teacher ← 【联办】未通过｜中级双师型教师认定']);
  expect(rejected[0]!.text).toContain('本事项在“school-review”环节未通过。');
  expect(rejected[0]!.text).toContain('  | 师德考核不合格');
  expect(rejected[0]!.text).toMatch(/× school-review {2}\S+日 不同意/);
});

test('a panel that refuses gives its count and no words; an objection upheld gives the finding', async () => {
  const counted = await district.submit();
  await counted.decide('school-reviewer', 'approve');
  const experts = (await counted.openTurns()).map(({ personId }) => personId ?? '');
  await counted.vote({ against: experts });
  const byPanel = (await mails()).filter(({ subject }) => subject?.includes('未通过'));
  expect(byPanel).toHaveLength(1);
  expect(byPanel[0]!.text).toMatch(/× 专家评议 {2}\S+日 同意 0 票，不同意 3 票/);
  expect(byPanel[0]!.text).not.toContain('  | ');

  const upheld = await district.submit();
  await untilNotice(upheld);
  await upheld.object();
  await upheld.decide('bureau-reviewer', 'approve', { opinion: '实践时间经核查不实', data: { finding: 'upheld' } });
  const byFinding = (await mails()).filter(({ subject }) => subject?.includes('未通过'));
  expect(byFinding[0]!.text).toContain('  | 实践时间经核查不实');
  expect(byFinding[0]!.text).toMatch(/× 公示 {2}\S+日 异议成立/);
  // The objection was settled before its mail left: the result is told, the suspense is not.
  const skipped = await district.prisma.notification.findFirstOrThrow({
    where: { caseId: upheld.caseId, kind: 'objection-filed' },
  });
  expect(skipped).toMatchObject({ state: 'skipped', lastError: 'objection settled' });
});

test('a substitute is told for whom they stand in; whoever the turn was taken from is not asked', async () => {
  const today = shanghaiDate(await district.env.currentTimeMs());
  await district.prisma.substitute.create({
    data: {
      principalId: 'bureau-reviewer',
      substituteId: 'stand-in',
      startsOn: today,
      endsOn: '2099-12-31',
      processes: [],
    },
  });
  const story = await district.submit();
  await untilNotice(story);
  await district.pass({ workingDays: 5 });
  const sent = (await mails()).filter(({ subject }) => subject?.includes('请办理'));
  expect(inWords(sent)).toEqual([
    'bureau-reviewer ← 【联办】请办理｜中级双师型教师认定',
    'stand-in ← 【联办】请办理｜中级双师型教师认定',
  ]);
  expect(sent[0]!.text).not.toContain('代理');
  expect(sent[1]!.text).toContain('您正在代理bureau-reviewer，请代为办理。');

  await story.transfer('bureau-reviewer', 'administrator');
  await district.prisma.user.update({ where: { id: 'administrator' }, data: { disabled: true } });
  expect(inWords(await mails())).toEqual([]);
  const rows = await district.prisma.notification.findMany({
    where: { caseId: story.caseId, recipientId: 'administrator' },
  });
  expect(rows.map(({ state, lastError }) => [state, lastError])).toEqual([['skipped', 'recipient gone']]);
  await district.prisma.user.update({ where: { id: 'administrator' }, data: { disabled: false } });
});

test('a copy says who sent it and asks for nothing', async () => {
  const story = await district.submit();
  await district.prisma.notification.updateMany({ data: { state: 'sent' } });
  const { actor } = await story.as('school-reviewer');
  await story.handle.executeUpdate('copyTo', { args: [{ actor, userIds: ['principal'] }] });
  const sent = await mails();
  expect(inWords(sent)).toEqual(['principal ← 【联办】抄送｜中级双师型教师认定']);
  expect(sent[0]!.text).toContain('school-reviewer将本事项抄送给您');
  expect(buttonsOf(sent[0]!.text)).toEqual([]);
  await story.act('terminate', 'administrator', role('jiaowei', 'administrator'));
  const terminated = await mails();
  expect(inWords(terminated)).toEqual(['teacher ← 【联办】已终止｜中级双师型教师认定']);
  expect(terminated[0]!.text).toContain('  | 意见');
});
