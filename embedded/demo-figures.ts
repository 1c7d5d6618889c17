/** Figures of the plan that the demo's units have reported, most of them reviewed, so that the dashboard has a past. */
import { Client, Connection } from '@temporalio/client';
import type { IndicatorReportForm } from '../processes/indicator-report/form.ts';
import { ROUNDS_QUEUE } from '../workflows/messages.ts';
import { decide, type SignedIn } from './demo-acts.ts';
import type { DemoConnections } from './demo-funding.ts';

type Rows = IndicatorReportForm['breakdown']['rows'];

interface Figure {
  /** Login of the clerk of the unit in charge. */
  by: string;
  indicator: string;
  period: string;
  part: number;
  whole?: number;
  rows?: Rows;
  /** Still with the reviewer. */
  open?: true;
}

/** Afterwards the round asks for what is still owed, so that nobody has to wait for tomorrow's. */
export async function makeDemoFigures(as: SignedIn, demo: DemoConnections): Promise<void> {
  for (const { by, open, ...figure } of figures(new Date().getFullYear())) {
    const form = formOf(figure);
    const options = { idempotencyKey: `demo-${figure.indicator}-${figure.period}` };
    const { id } = await (await as(by)).submitCase({ body: { process: 'indicator-report', form } }, options);
    if (!open) await decide(await as('lv.fang'), id, { verdict: 'approve', opinion: '与佐证材料一致。' });
  }
  const connection = await Connection.connect({ address: demo.temporalAddress });
  await new Client({ connection, namespace: demo.namespace }).workflow.start('indicatorAsks', {
    ...{ workflowId: 'indicator-asks/demo', taskQueue: ROUNDS_QUEUE, args: [{ everyDay: true }] },
  });
  await connection.close();
}

function figures(year: number): Figure[] {
  const [last, before] = [String(year - 1), String(year - 2)];
  const quarters = (of: number, counts: number[]): Figure[] =>
    counts.map((part, index) => ({ by: 'wan.fei', indicator: 'training', period: `${of}-Q${index + 1}`, part }));
  const progression = (period: string, parts: [string, number, number][]): Figure => ({
    ...{ by: 'gu.ting', indicator: 'progression-ratio', period },
    part: parts.reduce((sum, [, part]) => sum + part, 0),
    whole: parts.reduce((sum, [, , whole]) => sum + whole, 0),
    rows: parts.map(([unit, part, whole]) => ({ unit, part, whole })),
  });
  return [
    progression(before, [
      ['大足职教中心', 912, 1710],
      ['双桥职业学校', 318, 842],
      ['龙水职业中学', 486, 1102],
    ]),
    progression(last, [
      ['大足职教中心', 1104, 1790],
      ['双桥职业学校', 372, 861],
      ['龙水职业中学', 598, 1127],
    ]),
    { by: 'gu.ting', indicator: 'standards-met', period: last, part: 5, whole: 6, rows: standards },
    { by: 'gu.ting', indicator: 'city-quality-schools', period: last, part: 1 },
    { by: 'gu.ting', indicator: 'skills-test-share', period: last, part: 400, whole: 750 },
    { by: 'lu.chao', indicator: 'integrated-enterprises', period: last, part: 3 },
    { by: 'yu.hang', indicator: 'undergraduate-college', period: last, part: 1 },
    ...quarters(year - 2, [5210, 6034, 5877, 6420]),
    ...quarters(year - 1, [5874, 6610, 6395, 7012]),
    ...quarters(year, [6105, 7236]),
    { by: 'gu.ting', indicator: 'city-quality-programs', period: last, part: 2, open: true },
  ];
}

const standards: Rows = [
  ['大足职教中心', 1],
  ['双桥职业学校', 1],
  ['龙水职业中学', 1],
  ['邮亭职业高级中学', 0],
  ['三驱职业中学', 1],
  ['石刻艺术职业学校', 1],
].map(([unit, part]) => ({ unit: String(unit), part: Number(part), whole: 1 }));

const formOf = ({ indicator, period, part, whole, rows = [] }: Omit<Figure, 'by' | 'open'>): IndicatorReportForm => ({
  figure: { indicator, period, part, ...(whole !== undefined && { whole }) },
  breakdown: { rows },
  basis: { source: '演示数据', files: [] },
});
