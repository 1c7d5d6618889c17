import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseRules, CountersignStage, PanelStage, Stage } from '../../processes/case.ts';
import { timeSkipping, workflowBundle } from '../support/index.ts';
import { openPaperOffice } from './paper-office.ts';
import { certificationRules, role } from './rules.ts';

let env: TestWorkflowEnvironment;
let office: Awaited<ReturnType<typeof openPaperOffice>>;
beforeAll(async () => {
  const [server, bundle] = await Promise.all([timeSkipping(), workflowBundle()]);
  env = server;
  office = await openPaperOffice(env, bundle, ['e1', 'e2', 'e3', 'e4', 'e5']);
});
afterAll(async () => {
  await office?.close();
  await env?.teardown();
});

const named = (slug: string) => ({
  slug,
  name: { zh: slug, en: slug },
  clause: '三(四)2',
  deadline: { workingDays: 10 },
});
const unitIds = ['jiaowei', 'kejiju', 'caizhengju', 'rensheju'];
const rulesWith = (stage: Stage): CaseRules => certificationRules({ stages: [stage] });
const countersignStage = (quorum: CountersignStage['quorum']): CaseRules =>
  rulesWith({
    ...named('countersign'),
    kind: 'countersign',
    units: unitIds.map((unitId) => ({ holder: role(unitId, 'reviewer'), name: { zh: unitId, en: unitId } })),
    lead: role('jiaowei', 'leader'),
    quorum,
    coordination: { workingDays: 5 },
  });
const scorePanel: PanelStage = {
  ...named('score'),
  kind: 'panel',
  seats: 5,
  method: { kind: 'score', dropHighest: 1, dropLowest: 1, passMark: 60 },
  convener: role('jiaowei', 'reviewer'),
  mayReturn: false,
};

test('every unit signs, each once, and the last signature passes the stage', async () => {
  const { paper, decide, outcome } = await office.submit(countersignStage('all'), 'trial');
  expect(paper.open().map(({ holder }) => 'unitId' in holder && holder.unitId)).toEqual(unitIds);
  for (const turn of paper.open()) await decide('approve', { turn });
  expect(await outcome()).toEqual({ kind: 'approved' });
});

test('with a quorum of three the fourth unit is skipped', async () => {
  const { paper, decide, outcome } = await office.submit(countersignStage({ atLeast: 3 }), 'trial');
  for (const turn of paper.open().slice(0, 3)) await decide('approve', { turn });
  expect(await outcome()).toEqual({ kind: 'approved' });
  expect(paper.changes()).toContainEqual(expect.objectContaining({ kind: 'close-assignment', state: 'skipped' }));
});

test.each([
  ['approve', { kind: 'approved' }],
  ['reject', { kind: 'rejected', stage: 'countersign' }],
] as const)('one refusal goes to coordination by the lead, whose %s settles it', async (verdict, ending) => {
  const { paper, decide, outcome } = await office.submit(countersignStage('all'), 'trial');
  const turns = paper.open();
  for (const [index, turn] of turns.entries()) await decide(index === 1 ? 'reject' : 'approve', { turn });
  expect(paper.open().map(({ purpose, holder }) => [purpose, 'role' in holder && holder.role])).toEqual([
    ['coordinate', 'leader'],
  ]);
  await decide(verdict);
  expect(await outcome()).toEqual(ending);
  expect(paper.events()).toContain('coordinated');
});

test.each([
  [[100, 60, 60, 60, 0], true],
  [[100, 59.9, 60, 60, 0], false],
  [[61, 61, 59, 60, 60], true],
])('scores %j without the highest and lowest pass 60: %s', async (scores, passes) => {
  const { paper, decide, outcome } = await office.submit(rulesWith(scorePanel), 'trial');
  for (const [index, turn] of paper.open().entries())
    await decide('approve', { turn, data: { score: scores[index] as number } });
  expect(await outcome()).toEqual(passes ? { kind: 'approved' } : { kind: 'rejected', stage: 'score' });
});
