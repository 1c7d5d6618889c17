import { expect, test } from 'vitest';
import { approvalFormPdf } from '../../paper/approval-form.ts';
import type { ApprovalForm } from '../../paper/approval-form.ts';
import type { PrintedOpinion } from '../../paper/approval-stages.ts';
import type { FieldSchema } from '../../processes/form-view.ts';

const opinion = (words: string): PrintedOpinion => ({
  ...{ unit: '区教委', signer: '周明 代 李静', task: null, verdict: '同意', refused: false, opinion: words },
  at: '2026-11-24 19:42',
});

const form = (more: Partial<ApprovalForm> = {}): ApprovalForm => ({
  process: '新设特色专业资金支持',
  number: 'ZX-2026-0001',
  title: '工业机器人技术应用专业新设资金 1,200,000.00 元',
  office: '大足区教育委员会职业教育办公室',
  plan: '重庆市大足区加快职业教育高质量发展建设技能型社会实施方案（试行）',
  applicant: '陈素兰',
  unit: '大足职教中心',
  state: '审批中 · 形式审查',
  submittedOn: '2026-11-24 09:00',
  printedAt: new Date('2026-11-24T11:42:00Z'),
  printedText: '2026-11-24 19:42',
  caseLink: 'https://lianban.example/cases/0d6c…',
  form: {},
  formSchema: {},
  files: [],
  stages: [{ name: '形式审查', clause: '三(四)2', round: 1, result: null, opinions: [opinion('同意')], notes: [] }],
  endings: [],
  ...more,
});

const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

test('the same form gives the same bytes, of modest size', async () => {
  const pdf = await approvalFormPdf(form());
  expect(pages(pdf)).toBe(1);
  expect(pdf.length).toBeLessThan(150_000);
  expect((await approvalFormPdf(form())).equals(pdf)).toBe(true);
});

test('opinions longer than a page flow on, beside each other too, and a form of the most rows is drawn at once', async () => {
  const long = '经审查，材料齐全，预算测算依据充分，同意上报；'.repeat(90);
  const stage = {
    ...{ name: '部门会签', clause: '三(四)2', round: 1, result: null, notes: ['2026-11-24 19:42　会签完成'] },
    opinions: [opinion(long), opinion('同意'), opinion(long), opinion(`https://${'x'.repeat(900)}`)],
  };
  const columns: Record<string, FieldSchema> = Object.fromEntries(
    ['类别', '支出项目', '数量', '单价（元）', '金额（元）', '测算依据'].map((title, index) => [
      `c${index}`,
      { title, widget: index > 1 && index < 5 ? 'money' : 'text' },
    ]),
  );
  const budget = {
    title: '预算',
    section: true,
    properties: { lines: { title: '明细', widget: 'rows' as const, items: { properties: columns } } },
  };
  const row = { c0: '设备购置', c1: '六轴工业机器人工作站'.repeat(8), c2: 1, c3: 9_999_999_999_999, c4: 1, c5: long };
  const startedMs = performance.now();
  const pdf = await approvalFormPdf(
    form({
      form: { budget: { lines: Array.from({ length: 60 }, () => row) } },
      formSchema: { properties: { budget } },
      files: Array.from({ length: 300 }, (_, index) => ({ name: `证明材料 ${index}.pdf`, path: null })),
      stages: [stage, stage],
    }),
  );
  expect(pages(pdf)).toBeGreaterThan(20);
  expect(performance.now() - startedMs).toBeLessThan(15_000);
});
