/** 审批表: the approval form as PDF from any state, saying to each reader what their case page says. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleFunding } from '../../processes/program-funding/example.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { openOffice, pdf, submit, turnOf, until } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
const folder = mkdtempSync(join(tmpdir(), 'lianban-form-'));
const poppler = spawnSync('pdftotext', ['-v']).status === 0;
beforeAll(async () => {
  office = await openOffice({
    policy: ({ processes }) => {
      processes['teacher-certification'].panel.seats = 3;
      processes['teacher-certification'].notice.deadline = { duration: 'PT1S' };
    },
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await office?.stop();
});

/** The form as somebody downloads it: its words without spaces, and how many pages. */
async function printed(login: string, caseId: string): Promise<{ words: string; pages: number; name: string }> {
  const answer = await office.raw(`/api/v1/cases/${caseId}/approval-form`, { as: login });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const path = join(process.env.KEEP_FORMS ?? folder, `${login}-${Date.now()}.pdf`);
  writeFileSync(path, bytes);
  const words = poppler ? execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }) : '';
  return {
    words: words.replace(/\s+/g, ''),
    pages: bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0,
    name: decodeURIComponent(
      /filename\*=UTF-8''(\S+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '',
    ),
  };
}

const decide = async (login: string, caseId: string, body: Record<string, unknown>, purpose = 'decide') => {
  const api = await office.as(login);
  return api.decideAssignment({
    params: { id: await turnOf(office, caseId, purpose) },
    body: { verdict: 'approve', ...body } as never,
  });
};

test('a certification from its first day: form masked, turns open, later stages named; whoever may not read the case finds nothing', async () => {
  const caseId = await submit(await office.as('teacher'));
  const form = await printed('teacher', caseId);
  expect(form.name).toMatch(/^双师型教师认定审批表-SS-\d{4}-\d{4}\.pdf$/);
  for (const login of ['other-teacher', 'other-reviewer', 'teacher-2', 'fund-manager']) {
    const answer = await office.raw(`/api/v1/cases/${caseId}/approval-form`, { as: login });
    expect([login, answer.status]).toEqual([login, 404]);
  }
  expect((await office.raw(`/api/v1/cases/${caseId}/approval-form`)).status).toBe(401);
  expect((await office.raw(`/api/v1/cases/${randomUUID()}/approval-form`, { as: 'teacher' })).status).toBe(404);
  if (!poppler) return;
  for (const part of [
    '双师型教师认定审批表',
    '编号：SS-',
    '500225********0018',
    '企业实践',
    '大足职教中心审核人待办理',
    '（盖章）',
    '专家评议',
    '尚未办理',
    `第1页共${form.pages}页`,
    `第${form.pages}页共${form.pages}页`,
  ])
    expect(form.words).toContain(part);
  expect(form.words).not.toContain('500225198503120018');
  await (await office.as('teacher')).withdrawCase({ params: { id: caseId }, body: {} });
  expect((await printed('teacher', caseId)).words).toContain('撤回申请');
});

test.skipIf(!poppler)(
  'sealed votes stay sealed on paper, and an applicant never reads who sat on the panel',
  async () => {
    const caseId = await submit(await office.as('colleague'));
    await decide('school-reviewer', caseId, {
      verdict: 'return',
      returnTo: 'applicant',
      resubmission: 'direct',
      opinion: '请补充课表，并在教务处盖章。\n其余材料齐全。',
    });
    expect((await printed('colleague', caseId)).words).toMatch(/退回请补充课表，并在教务处盖章。其余材料齐全。/);
    const teacher = await office.as('colleague');
    const draft = await teacher.createDraft({ body: { process: 'teacher-certification', caseId } });
    await teacher.resubmitCase({
      params: { id: caseId },
      body: { form: draft.form, draftId: draft.id, note: '已补充' },
    });
    await (
      await office.as('school-reviewer')
    ).claimAssignment({
      params: { id: await turnOf(office, caseId) },
      body: {},
    });
    await decide('school-reviewer', caseId, { opinion: '材料已齐，同意上报' });

    const ballots = await office.prisma.assignment.findMany({ where: { caseId, purpose: 'vote', state: 'open' } });
    const cast = async ({ id, personId }: { id: string; personId: string | null }) =>
      (await office.as(personId ?? '')).decideAssignment({
        params: { id },
        body: { verdict: 'reject', opinion: '实践时间证明不足，仅本人可见' },
      });
    const [first, ...others] = ballots;
    await cast(first!);
    const sealed = (await printed('school-reviewer', caseId)).words;
    expect(sealed).not.toContain('实践时间证明不足');
    expect(sealed).toMatch(/学校初审（第2次）/);
    // Claimed, and still the school's opinion.
    expect(sealed).toMatch(/大足职教中心同意材料已齐，同意上报/);
    for (const ballot of others) await cast(ballot);

    await until(async () => (await office.prisma.case.findUnique({ where: { id: caseId } }))?.closedAt);
    const handler = (await printed('school-reviewer', caseId)).words;
    expect(handler).toContain('实践时间证明不足');
    expect(handler).toContain(first?.personId);
    const own = (await printed('colleague', caseId)).words;
    expect(own).toContain('0票同意，3票不同意');
    expect(own).not.toContain('实践时间证明不足');
    expect(own).not.toMatch(/expert-\d/);
  },
);

test.skipIf(!poppler)(
  'a funding case prints its budget as a table and a seal for every unit that signs, 乙 代 甲',
  async () => {
    const clerk = await office.as('clerk');
    const { id: file } = await clerk.uploadFile({ file: pdf('实训基地建设方案.pdf') });
    const { id: caseId } = await clerk.submitCase({
      body: { process: 'program-funding', form: { ...exampleFunding(() => file) } },
    });
    await decide('bureau-reviewer', caseId, { opinion: '要件齐全' });
    const today = shanghaiDate(Date.now());
    await (
      await office.as('kejiju-reviewer')
    ).createSubstitute({
      body: { substituteId: 'stand-in', startsOn: today, endsOn: today, processes: [] },
    });
    const answer = async (login: string, unit: string, body: Record<string, unknown>) => {
      const { id } = await office.prisma.assignment.findFirstOrThrow({
        where: { caseId, unitId: unit, purpose: 'decide', state: 'open' },
      });
      await (await office.as(login)).decideAssignment({ params: { id }, body: body as never });
    };
    await answer('stand-in', 'kejiju', { verdict: 'approve', opinion: '设备参数先进' });
    await answer('shuiwuju-reviewer', 'shuiwuju', { verdict: 'reject', opinion: '协议缺少发票条款' });

    const { words, pages } = await printed('bureau-reviewer', caseId);
    for (const part of [
      '新设特色专业资金支持审批表',
      '申请资金（元）1,200,000.00',
      '支出项目',
      '实训基地建设方案.pdf',
      '要件齐全签字：bureau-reviewer',
      '区科技局同意设备参数先进',
      'stand-in代kejiju-reviewer',
      '区税务局不同意协议缺少发票条款',
      '区财政局审核人待办理',
      '联席会议审定',
    ])
      expect(words.replaceAll('（盖章）', '')).toContain(part);
    expect(words).toMatch(/\*+2345/);
    expect(words.match(/（盖章）/g)?.length).toBeGreaterThanOrEqual(9);
    expect(pages).toBeLessThan(8);
  },
);
