import fc from 'fast-check';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as messages from '../../workflows/messages.ts';
import { timeSkipping, workflowBundle } from '../support/index.ts';
import { actorFor, applicant, openPaperOffice, refusalFrom, type PaperCase } from './paper-office.ts';
import { certificationRules, person, reviewStage, role } from './rules.ts';

let env: TestWorkflowEnvironment;
let office: Awaited<ReturnType<typeof openPaperOffice>>;
beforeAll(async () => {
  const [server, bundle] = await Promise.all([timeSkipping(), workflowBundle()]);
  env = server;
  office = await openPaperOffice(env, bundle, []);
});
afterAll(async () => {
  await office?.close();
  await env?.teardown();
});

const slugs = ['a', 'b', 'c', 'd'];
const rules = certificationRules({ stages: slugs.map((slug) => reviewStage(slug, role('jiaowei', 'reviewer'))) });

type Act =
  | {
      act:
        | 'approve'
        | 'reject'
        | 'withdraw'
        | 'transfer'
        | 'delegate'
        | 'sign-before'
        | 'sign-after'
        | 'claim'
        | 'comment';
    }
  | { act: 'return'; to: string; resubmission: 'direct' | 'step-by-step' };

/** What the office expects after each act, kept apart from the program: which stage, whose kind of turn, and the way back. */
interface Expected {
  stage: number;
  turn: 'decide' | 'correct' | 'consult' | 'sign-after' | 'over';
  /** Stage that sent the case back directly and waits for it. */
  returner?: number;
  /** How the correction will come back. */
  resubmission?: 'direct' | 'step-by-step';
  signers: number;
  /** The turn that waits for the person asked. */
  asker?: 'decide' | 'sign-after';
}

const acts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Act>({ act: 'approve' }) },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constant('return' as const),
        to: fc.constantFrom('applicant', ...slugs),
        resubmission: fc.constantFrom('direct' as const, 'step-by-step' as const),
      }),
    },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom<Act['act']>('transfer', 'delegate', 'sign-before', 'sign-after', 'claim', 'comment')
        .map((act) => ({ act }) as Act),
    },
    { weight: 1, arbitrary: fc.constantFrom<Act>({ act: 'withdraw' }, { act: 'reject' }) },
  ),
  { minLength: 5, maxLength: 20 },
);

test('after any sequence of acts exactly the turns of the expected stage are open', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const paperCase = await office.submit(rules, 'trial');
      let expected: Expected = { stage: 0, turn: 'decide', signers: 0 };
      let people = 0;
      for (const step of sequence) {
        if (expected.turn === 'over') break;
        expected = await perform(paperCase, step, expected, `person-${++people}`);
        const open = paperCase.paper.open();
        if (expected.turn === 'over') expect(open).toEqual([]);
        else
          expect(open.map(({ stage, purpose }) => [stage, purpose])).toEqual([[slugs[expected.stage], expected.turn]]);
      }
      if (expected.turn !== 'over')
        await paperCase.handle.executeUpdate(messages.withdraw, { args: [{ actor: applicant }] });
    }),
    { numRuns: 40 },
  );
});

async function perform(
  { handle, paper, decide }: PaperCase,
  step: Act,
  expected: Expected,
  somebody: string,
): Promise<Expected> {
  const [turn] = paper.open();
  if (!turn) throw new Error('nobody has the turn');
  const actor = actorFor(turn.holder);
  const on = { assignmentId: turn.id, actor };
  // Whatever comes first while the applicant corrects or a person asked has the turn is their answer.
  if (step.act !== 'withdraw' && step.act !== 'comment') {
    if (expected.turn === 'correct') {
      await handle.executeUpdate(messages.resubmit, {
        args: [{ assignmentId: turn.id, submissionId: 's', actor: applicant }],
      });
      return expected.resubmission === 'direct'
        ? { ...expected, turn: 'decide', signers: 0 }
        : { stage: 0, turn: 'decide', signers: 0 };
    }
    if (expected.turn === 'consult') {
      await decide('approve');
      return { ...expected, turn: expected.asker ?? 'decide' };
    }
  }
  switch (step.act) {
    case 'approve': {
      await decide('approve');
      if (expected.signers > 0) return { ...expected, turn: 'sign-after', signers: expected.signers - 1 };
      const { returner } = expected;
      const next = returner !== undefined && returner > expected.stage ? returner : expected.stage + 1;
      const over = next === slugs.length;
      return {
        stage: next,
        turn: over ? 'over' : 'decide',
        signers: 0,
        returner: next === returner ? undefined : returner,
      };
    }
    case 'return': {
      const target = slugs.indexOf(step.to);
      if (target >= expected.stage) {
        expect(await refusalFrom(decide('return', { returnTo: step.to }))).toMatchObject({
          code: 'BadDecisionData',
          field: 'returnTo',
        });
        return expected;
      }
      await decide('return', { returnTo: step.to, resubmission: step.resubmission });
      if (step.to === 'applicant') return { ...expected, turn: 'correct', resubmission: step.resubmission, signers: 0 };
      return {
        stage: target,
        turn: 'decide',
        signers: 0,
        returner: step.resubmission === 'direct' ? expected.stage : undefined,
      };
    }
    case 'reject':
      await decide('reject');
      return { ...expected, turn: 'over' };
    case 'withdraw':
      await handle.executeUpdate(messages.withdraw, { args: [{ actor: applicant }] });
      return { ...expected, turn: 'over' };
    case 'transfer':
      await handle.executeUpdate(messages.transfer, { args: [{ ...on, to: person(somebody) }] });
      return expected;
    case 'delegate':
    case 'sign-before':
      await handle.executeUpdate(messages.consult, {
        args: [{ ...on, kind: step.act === 'delegate' ? 'delegate' : 'signer-before', userId: somebody }],
      });
      return { ...expected, turn: 'consult', asker: expected.turn === 'sign-after' ? 'sign-after' : 'decide' };
    case 'sign-after':
      await handle.executeUpdate(messages.addSigner, { args: [{ ...on, userId: somebody }] });
      return { ...expected, signers: expected.signers + 1 };
    case 'claim': {
      const refusal = await refusalFrom(handle.executeUpdate(messages.claim, { args: [on] }));
      expect(refusal).toEqual(turn.holder.kind === 'role' ? undefined : { code: 'NotAllowed', what: 'claim' });
      return expected;
    }
    case 'comment':
      await handle.executeUpdate(messages.comment, { args: [{ actor, remarkId: 'remark' }] });
      return expected;
  }
}

test('cases that run interleaved on one worker keep their own turns (no state shared between workflows)', async () => {
  const cases = await Promise.all(Array.from({ length: 12 }, () => office.submit(rules, 'trial')));
  for (let round = 0; round < slugs.length; round++) {
    // Every third case rests in one round.
    const deciding = cases.filter((_, i) => i % 3 !== 0 || round !== 1);
    await Promise.all(deciding.map((each) => each.decide('approve')));
  }
  const where = cases.map(({ paper }) => paper.open().map(({ stage }) => stage));
  expect(where).toEqual(cases.map((_, i) => (i % 3 === 0 ? ['d'] : [])));
});
