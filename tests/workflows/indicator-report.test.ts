import { afterAll, beforeAll, expect, test } from 'vitest';
import { indicatorReport } from '../../processes/indicator-report/definition.ts';
import { exampleReport } from '../../processes/indicator-report/example.ts';
import { dazu } from '../processes/dazu.ts';
import { openDistrict, type District } from './district.ts';
import { refusalFrom } from './paper-office.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

const report = (form = exampleReport()) =>
  district.submit({
    ...{ form, process: 'indicator-report', workflow: 'indicatorReport', applicantId: 'clerk' },
    title: indicatorReport.title(form, dazu()),
    rules: indicatorReport.rules(dazu(), { unitId: 'dazu-zhijiao' }, form),
    facts: indicatorReport.facts(form),
  });

test('a figure is filed, reviewed and accepted, and its clerk is told', async () => {
  const story = await report();
  expect(await story.row()).toMatchObject({
    number: expect.stringMatching(/^ZB-\d{4}-0001$/),
    title: '中职毕业生升学比例：2025 年填报',
    openKey: 'indicator-report:progression-ratio:2025',
    facts: { indicator: 'progression-ratio', period: '2025' },
  });
  await story.decide('bureau-reviewer', 'approve', { opinion: '与学籍系统一致' });
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect(await story.row()).toMatchObject({ state: 'approved', stage: null, openKey: null });
  expect(await story.told()).toEqual(['bureau-reviewer ← assignment-opened (bureau-review)', 'clerk ← case-approved']);
  expect(await story.events()).toEqual(['submitted clerk', 'stage-opened', 'decided bureau-reviewer', 'approved']);
  await district.replays(story.handle, 'indicator-report/accepted');
});

test('a figure sent back is corrected and reviewed again', async () => {
  const story = await report();
  await story.decide('bureau-reviewer', 'return', { opinion: '分母与学籍系统不一致', resubmission: 'direct' });
  expect(await story.row()).toMatchObject({ state: 'awaiting-correction' });
  await story.resubmit();
  await story.decide('bureau-reviewer', 'approve');
  expect(await story.told()).toEqual([
    'bureau-reviewer ← assignment-opened (bureau-review)',
    'clerk ← returned-to-applicant (bureau-review)',
    'bureau-reviewer ← assignment-opened (bureau-review)',
    'clerk ← case-approved',
  ]);
  await district.replays(story.handle, 'indicator-report/corrected');
});

test('a figure that is not accepted ends, and the period can be reported anew', async () => {
  const story = await report();
  await story.decide('bureau-reviewer', 'reject', { opinion: '口径不符' });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'bureau-review' });
  expect((await story.told()).at(-1)).toBe('clerk ← case-rejected (bureau-review)');
  await district.replays(story.handle, 'indicator-report/rejected');
  const again = await report();
  expect('refusal' in again.answer).toBe(false);
  await again.act('withdraw', 'clerk');
  expect(await again.handle.result()).toEqual({ kind: 'withdrawn' });
  await district.replays(again.handle, 'indicator-report/withdrawn');
});

test('one report of a period at a time, nobody decides on their own, and only who is asked', async () => {
  const first = await report();
  const second = await report();
  expect(second.answer).toEqual({ refusal: { code: 'OpenApplicationExists' } });
  await expect(first.decide('clerk', 'approve')).rejects.toThrow('no open turn');
  const turn = await first.turnOf('bureau-reviewer');
  const as = { kind: 'role', unitId: 'jiaowei', role: 'reviewer' } as const;
  const decision = (userId: string, verdict: 'approve' | 'reject', more = {}) =>
    refusalFrom(
      first.handle.executeUpdate('decide', {
        args: [{ assignmentId: turn.id, round: 1, verdict, actor: { userId, as, via: 'page' }, ...more }],
      }),
    );
  expect(await decision('clerk', 'approve')).toEqual({ code: 'OwnCase' });
  expect(await decision('bureau-reviewer', 'reject')).toEqual({ code: 'OpinionRequired' });
  const leader = { actor: { userId: 'bureau-leader', as: { ...as, role: 'leader' }, via: 'page' } };
  expect(await decision('bureau-leader', 'approve', leader)).toEqual({ code: 'NotYours' });
  await first.act('withdraw', 'clerk');
});
