/** A post on a real server, in many short runs, while several people speak to it at once. */
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseRules } from '../../processes/case.ts';
import * as messages from '../../workflows/messages.ts';
import { devServer } from '../support/index.ts';
import { openDistrict, type District } from './district.ts';
import { applyForPost } from './part-time.ts';
import { person, role } from './rules.ts';

let district: District;
beforeAll(async () => {
  const { address, namespace } = await devServer();
  district = await openDistrict(TestWorkflowEnvironment.createFromExistingServer({ address, namespace }));
});
afterAll(() => district?.close());

const briefNotice = (rules: CaseRules): CaseRules => ({
  ...rules,
  spreadMs: 0,
  stages: rules.stages.map((stage) => (stage.kind === 'notice' ? { ...stage, deadline: { duration: 'PT1S' } } : stage)),
});

const quarters = [2023, 2024].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));

test('declarations, checks and remarks cross the end of a run again and again: each is done once, each is answered, none is lost', async () => {
  const story = await applyForPost(district, {
    ...{ startsOn: '2023-01-01', endsOn: '2024-12-31', every: 'quarter', longestHistory: 40 },
    rules: briefNotice,
  });
  const stage = async () => (await story.row()).stage;
  await story.decide('school-reviewer', 'approve');
  await story.decide('school-reviewer', 'approve', { data: { meetingOn: '2026-11-20', meetingNumber: '办公会 3' } });
  await expect.poll(stage, { timeout: 20_000 }).toBe('principal-approval');
  await story.decide('principal', 'approve');
  await story.decide('bureau-reviewer', 'approve');
  await story.decide('rensheju-reviewer', 'approve');
  // The post is over already: its eight quarters are all to be declared.
  await expect.poll(() => story.periods(), { timeout: 20_000 }).toEqual(quarters.map((quarter) => `${quarter} open`));

  const teacher = { userId: 'teacher', as: person('teacher'), via: 'page' as const };
  /** One after the other, as a person speaks; several people speak at once. */
  const speak = async (name: string) => {
    for (let index = 0; index < 20; index++)
      await story.handle.executeUpdate(messages.comment, { args: [{ actor: teacher }], updateId: `${name}:${index}` });
  };
  const declare = async () => {
    const sent = [];
    for (const quarter of quarters) sent.push(await story.declare(quarter, 100));
    return sent;
  };
  const [sent] = await Promise.all([declare(), speak('one'), speak('other')]);

  // Every declaration once more, long after its run is over: the same answer, and nothing is done again.
  for (const { decision, updateId } of sent)
    await story.handle.executeUpdate(messages.decide, { args: [decision], updateId });
  const finance = role('dazu-zhijiao', 'finance');
  const check = async (turns: Awaited<ReturnType<typeof story.openTurns>>) => {
    for (const { id, round } of turns) {
      const actor = { userId: 'finance', as: finance, via: 'page' as const };
      const decision: messages.Decision = { assignmentId: id, round, verdict: 'approve', actor };
      await story.handle.executeUpdate(messages.decide, { args: [decision], updateId: `check:${id}` });
    }
  };
  const turns = await story.openTurns();
  await Promise.all([check(turns.slice(0, 4)), check(turns.slice(4))]);
  expect(await story.handle.result()).toEqual({ kind: 'approved' });

  expect((await story.ledger()).map(([period]) => period).toSorted()).toEqual(quarters);
  const events = await story.events();
  const count = (kind: string) => events.filter((event) => event.startsWith(kind)).length;
  expect([count('commented'), count('declaration-filed'), count('declaration-accepted')]).toEqual([40, 8, 8]);
  const runs = await story.runs();
  expect(runs.length).toBeGreaterThan(2);
  for (const run of runs) await district.replaysHistory(run, story.handle.workflowId);
});
