import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../processes/case.ts';
import * as messages from '../../workflows/messages.ts';
import { timeSkipping, workflowBundle } from '../support/index.ts';
import { actorFor, applicant, openPaperOffice, refusalFrom, type PaperCase } from './paper-office.ts';
import { certificationRules, person, role } from './rules.ts';

let env: TestWorkflowEnvironment;
let office: Awaited<ReturnType<typeof openPaperOffice>>;
beforeAll(async () => {
  const [server, bundle] = await Promise.all([timeSkipping(), workflowBundle()]);
  env = server;
  office = await openPaperOffice(env, bundle, ['e1', 'e2', 'e3']);
});
afterAll(async () => {
  await office?.close();
  await env?.teardown();
});

const reviewer = actorFor(role('dazu-zhijiao', 'reviewer'));

async function refusalOf(
  paperCase: PaperCase,
  change: Partial<messages.Decision>,
): Promise<messages.Refusal | undefined> {
  const before = paperCase.paper.transitions.length;
  const refusal = await refusalFrom(paperCase.decide('approve', change));
  if (refusal) expect(paperCase.paper.transitions).toHaveLength(before);
  return refusal;
}

test.each<[string, Partial<messages.Decision>, messages.Refusal]>([
  ['an assignment of nowhere', { assignmentId: 'nowhere' }, { code: 'NotFound' }],
  ['another round', { round: 2 }, { code: 'WrongRound', round: 1 }],
  ['another school', { actor: actorFor(role('shuangqiao-zhiye', 'reviewer')) }, { code: 'NotYours' }],
  ['another role', { actor: actorFor(role('dazu-zhijiao', 'principal')) }, { code: 'NotYours' }],
  ['the applicant as reviewer', { actor: { ...reviewer, userId: applicant.userId } }, { code: 'OwnCase' }],
  [
    'a substitute of the applicant as reviewer',
    { actor: { ...reviewer, onBehalfOf: applicant.userId } },
    { code: 'OwnCase' },
  ],
  ['no opinion on a refusal', { verdict: 'reject', remarkId: undefined }, { code: 'OpinionRequired' }],
  ['no opinion on a return', { verdict: 'return', remarkId: undefined }, { code: 'OpinionRequired' }],
  ['recusal from a review', { verdict: 'recuse' }, { code: 'NotAllowed', what: 'recuse' }],
  [
    'a return to a later stage',
    { verdict: 'return', returnTo: 'bureau-decision' },
    { code: 'BadDecisionData', field: 'returnTo', rule: 'earlier-stage' },
  ],
  [
    'a return to no stage',
    { verdict: 'return', returnTo: '__proto__' },
    { code: 'BadDecisionData', field: 'returnTo', rule: 'earlier-stage' },
  ],
])('%s is refused and changes nothing', async (_, change, refusal) => {
  const paperCase = await office.submit(certificationRules());
  expect(await refusalOf(paperCase, change)).toEqual(refusal);
  await paperCase.handle.executeUpdate(messages.withdraw, { args: [{ actor: applicant }] });
});

test('of two approvers in the same instant one wins, and the other learns who and when', async () => {
  const paperCase = await office.submit(certificationRules());
  const colleague: Actor = { ...reviewer, userId: 'second-reviewer' };
  const [turn] = paperCase.paper.open();
  const answers = await Promise.all([
    refusalFrom(paperCase.decide('approve', { turn })),
    refusalFrom(paperCase.decide('approve', { turn, actor: colleague })),
  ]);
  const refused = answers.filter((answer) => answer !== undefined);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ code: 'AlreadyDecided', by: answers[0] ? colleague.userId : reviewer.userId });
  expect(paperCase.paper.events().filter((event) => event === 'decided')).toHaveLength(1);
  const winner = answers[0] ? colleague.userId : reviewer.userId;
  const late = await refusalFrom(paperCase.decide('reject', { turn, actor: colleague }));
  expect(late).toMatchObject({ code: 'AlreadyDecided', by: winner, verdict: 'approve' });
});

test('the same decision sent twice has the same answer', async () => {
  const paperCase = await office.submit(certificationRules());
  const [turn] = paperCase.paper.open();
  if (!turn) throw new Error('nobody has the turn');
  const decision: messages.Decision = { assignmentId: turn.id, round: 1, verdict: 'approve', actor: reviewer };
  const send = () => paperCase.handle.executeUpdate(messages.decide, { args: [decision], updateId: `${turn.id}:1` });
  expect(await send()).toEqual(await send());
  expect(paperCase.paper.events().filter((event) => event === 'decided')).toHaveLength(1);
});

test('an expert votes in person, with a reason against, and is not handed over', async () => {
  const paperCase = await office.submit(certificationRules());
  await paperCase.decide('approve');
  const [vote] = paperCase.paper.open();
  if (!vote) throw new Error('nobody votes');
  const actor = actorFor(vote.holder);
  expect(await refusalOf(paperCase, { actor: { ...actor, userId: 'stand-in', onBehalfOf: actor.userId } })).toEqual({
    code: 'NotAllowed',
    what: 'substitute',
  });
  expect(await refusalOf(paperCase, { verdict: 'reject', remarkId: undefined })).toEqual({ code: 'OpinionRequired' });
  expect(await refusalOf(paperCase, { verdict: 'return' })).toEqual({ code: 'NotAllowed', what: 'return' });
  const handOver = paperCase.handle.executeUpdate(messages.transfer, {
    args: [{ assignmentId: vote.id, actor, to: person('e9') }],
  });
  expect(await refusalFrom(handOver)).toEqual({ code: 'NotAllowed', what: 'hand-over' });
});

test('only the applicant withdraws and urges, only the administrator terminates, and nobody acts on a closed case', async () => {
  const paperCase = await office.submit(certificationRules());
  const say = (definition: typeof messages.withdraw, actor: Actor) =>
    refusalFrom(paperCase.handle.executeUpdate(definition, { args: [{ actor }] }));
  expect(await say(messages.withdraw, reviewer)).toEqual({ code: 'NotYours' });
  expect(await say(messages.urge, reviewer)).toEqual({ code: 'NotYours' });
  expect(await say(messages.terminate, reviewer)).toEqual({ code: 'NotYours' });
  expect(await say(messages.proposeRevocation, reviewer)).toEqual({ code: 'NotOpen' });
  expect(await refusalFrom(paperCase.handle.executeUpdate(messages.object, { args: [{ objectionId: 'o' }] }))).toEqual({
    code: 'NotOpen',
  });
  await paperCase.decide('return');
  expect(await say(messages.urge, applicant)).toEqual({ code: 'NobodyToUrge' });
  const administrator = actorFor(role('jiaowei', 'administrator'));
  expect(await say(messages.terminate, { ...administrator, userId: applicant.userId })).toEqual({ code: 'OwnCase' });
  expect(await say(messages.terminate, administrator)).toBeUndefined();
});

test('an administrator reassigns what is not theirs, but never to the applicant', async () => {
  const paperCase = await office.submit(certificationRules());
  const [turn] = paperCase.paper.open();
  if (!turn) throw new Error('nobody has the turn');
  const administrator = actorFor(role('jiaowei', 'administrator'));
  const reassign = (userId: string) =>
    refusalFrom(
      paperCase.handle.executeUpdate(messages.transfer, {
        args: [{ assignmentId: turn.id, actor: administrator, to: person(userId) }],
      }),
    );
  expect(await reassign(applicant.userId)).toEqual({ code: 'OwnCase' });
  expect(await reassign('somebody')).toBeUndefined();
  expect(paperCase.paper.open().map(({ holder }) => holder)).toEqual([person('somebody')]);
  await paperCase.handle.executeUpdate(messages.withdraw, { args: [{ actor: applicant }] });
});
