/** A figure from the form to the dashboard: filed by the unit in charge, reviewed, replaced by a better one. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleReport } from '../../processes/indicator-report/example.ts';
import type { IndicatorReportForm } from '../../processes/indicator-report/form.ts';
import { openOffice, refused, turnOf } from './office.ts';
import type { Office } from './office.ts';

const lastYear = String(Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4)) - 1);

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.prisma.membership.createMany({
    data: [{ userId: 'stand-in', unitId: 'jiaowei', role: 'clerk' }],
    skipDuplicates: true,
  });
});
afterAll(() => office?.stop());

function form(change: (figure: IndicatorReportForm) => void = () => {}): IndicatorReportForm {
  const example = exampleReport();
  example.figure.period = lastYear;
  change(example);
  return example;
}

const submit = async (filled: IndicatorReportForm, login = 'stand-in') =>
  (await office.as(login)).submitCase(
    { body: { process: 'indicator-report', form: filled } },
    { idempotencyKey: randomUUID() },
  );

const review = async (caseId: string, verdict: 'approve' | 'reject') =>
  (await office.as('bureau-reviewer')).decideAssignment({
    params: { id: await turnOf(office, caseId) },
    body: { verdict, opinion: '已核对' },
  });

const progression = async (year = Number(lastYear)) =>
  (await office.as('bureau-leader')).getIndicator({ params: { id: 'progression-ratio' }, query: { year } });

test('before anybody reports there is nothing to show; asked for, it stands as owed', async () => {
  expect(await progression()).toMatchObject({
    ...{ state: 'no-data', value: null, asked: null },
    reason: { zh: `${lastYear} 年没有审核通过的填报` },
  });
  const at = new Date();
  await office.prisma.indicatorAsk.create({
    data: {
      ...{ indicator: 'progression-ratio', period: lastYear, unitId: 'jiaowei', askedAt: at },
      dueAt: new Date(at.getTime() - 3 * 86_400_000),
    },
  });
  expect((await progression()).asked).toMatchObject({ period: lastYear, due: { level: 'overdue' } });
  const clerk = await office.as('stand-in');
  expect((await clerk.listReportsDue()).items).toMatchObject([{ indicator: 'progression-ratio', case: null }]);
  expect((await (await office.as('clerk')).listReportsDue()).items).toEqual([]);
});

test('filed, reviewed, on the dashboard; a second report of the period takes its place and the first stays on record', async () => {
  const { id, number } = await submit(form());
  expect(number).toMatch(/^ZB-\d{4}-\d{4}$/);
  const clerk = await office.as('stand-in');
  expect((await clerk.listReportsDue()).items).toMatchObject([{ case: { id, number } }]);
  const seen = await (await office.as('bureau-reviewer')).getCase({ params: { id } });
  expect(seen).toMatchObject({ title: `中职毕业生升学比例：${lastYear} 年填报`, stage: { slug: 'bureau-review' } });
  expect((await progression()).value).toBeNull();
  await review(id, 'approve');
  const shown = await progression();
  expect(shown).toMatchObject({
    ...{ state: 'met', value: { part: 1512, whole: 2703, text: '55.93%' }, asked: null },
    reports: [{ number, by: { id: 'stand-in' }, reviewedBy: { id: 'bureau-reviewer' }, replaced: false }],
  });
  expect(shown.byUnit).toHaveLength(2);
  expect((await clerk.listReportsDue()).items).toEqual([]);
  // The year that runs has nothing of its own yet: what was reported last stands, and is said to.
  const now = await progression(Number(lastYear) + 1);
  expect(now).toMatchObject({
    value: { part: 1512 },
    notes: [{ zh: expect.stringContaining(`沿用 ${lastYear} 年填报`) }],
  });

  const better = form((each) => {
    each.figure.part = 1300;
    each.breakdown.rows = [];
  });
  const { findings } = await clerk.checkForm({ params: { slug: 'indicator-report' }, body: { form: better } });
  expect(findings.find(({ rule }) => rule === 'on-record')?.message.zh).toContain(number);
  const again = await submit(better);
  await review(again.id, 'approve');
  const after = await progression();
  expect(after).toMatchObject({ state: 'below', value: { part: 1300, text: '48.09%' }, missing: { zh: '还差 52' } });
  expect(after.reports.map((report) => report.replaced)).toEqual([false, true]);
});

test('a figure that was not accepted is on no dashboard', async () => {
  const filled = form((each) => {
    each.figure = { indicator: 'city-quality-schools', period: lastYear, part: 9 };
    each.breakdown.rows = [];
  });
  const { id } = await submit(filled);
  await review(id, 'reject');
  const shown = await (await office.as('bureau-leader')).getIndicator({ params: { id: 'city-quality-schools' } });
  expect(shown.value).toBeNull();
});

test.each<[string, (filled: IndicatorReportForm) => void, string]>([
  ['an unknown indicator', ({ figure }) => (figure.indicator = 'guessed'), 'form.figure.indicator'],
  ['one that is computed', ({ figure }) => (figure.indicator = 'dual-qualified-ratio'), 'form.figure.indicator'],
  ['one of another unit', ({ figure }) => (figure.indicator = 'training'), 'form.figure.indicator'],
  ['a period that has not ended', ({ figure }) => (figure.period = String(Number(lastYear) + 1)), 'form.figure.period'],
  ['a period of another rhythm', ({ figure }) => (figure.period = `${lastYear}-Q1`), 'form.figure.period'],
  ['a share without its whole', ({ figure }) => (figure.whole = undefined), 'form.figure.whole'],
  ['a part above its whole', ({ figure }) => (figure.part = 2704), 'form.figure.part'],
  ['rows that do not add up', ({ breakdown }) => (breakdown.rows[0]!.part += 1), 'form.figure.part'],
  [
    'a school twice',
    ({ breakdown }) => (breakdown.rows[1]!.unit = breakdown.rows[0]!.unit),
    'form.breakdown.rows.1.unit',
  ],
  ['a row without its whole', ({ breakdown }) => (breakdown.rows[0]!.whole = undefined), 'form.breakdown.rows.0.whole'],
])('%s is refused', async (_, change, path) => {
  const problem = await refused(submit(form(change)));
  expect(problem).toMatchObject({ status: 422, code: 'RulesNotMet' });
  expect(problem.errors?.map((error) => error.path)).toContain(path);
});

test.each<[string, (filled: IndicatorReportForm) => unknown, string]>([
  ['a figure below nought', ({ figure }) => (figure.part = -1), 'form.figure.part'],
  ['half a person', ({ figure }) => (figure.part = 0.5), 'form.figure.part'],
  ['nothing said of its source', ({ basis }) => (basis.source = ' '), 'form.basis.source'],
])('%s is no form', async (_, change, path) => {
  expect(await refused(submit(form((each) => void change(each))))).toMatchObject({ status: 400, errors: [{ path }] });
});

test('a teacher reports nothing, a school’s clerk no figure of the district', async () => {
  expect(await refused(submit(form(), 'teacher'))).toMatchObject({ status: 403 });
  expect(await refused(submit(form(), 'clerk'))).toMatchObject({ status: 403 });
});
