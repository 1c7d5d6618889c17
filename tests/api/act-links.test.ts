/** Mailed links: reading changes nothing, one decision, dead when the turn moves on. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../api/contract/client.ts';
import { openOffice, refused, submit, turnOf } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.stop());

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

async function linkTo(
  assignmentId: string,
  userId: string,
  change: { round?: number; expiresAt?: Date } = {},
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(Date.now() + 86_400_000);
  await office.prisma.actionLink.create({
    data: { tokenHash: hashOf(token), assignmentId, userId, round: 1, expiresAt, ...change },
  });
  return token;
}

async function openLink(): Promise<{ caseId: string; turn: string; token: string }> {
  await office.prisma.case.updateMany({
    where: { applicantId: 'teacher' },
    data: { openKey: null, closedAt: new Date() },
  });
  const caseId = await submit(await office.as('teacher'));
  const turn = await turnOf(office, caseId);
  return { caseId, turn, token: await linkTo(turn, 'school-reviewer') };
}

async function press(
  token: string,
  body: { verdict: 'approve' | 'reject'; opinion?: string } = { verdict: 'approve' },
) {
  const { nonce } = await office.anybody.createActNonce({ params: { token } });
  return office.anybody.decideAct({ params: { token }, body: { nonce, ...body } });
}

test('GET and HEAD, however often, change nothing', async () => {
  const { caseId, turn, token } = await openLink();
  const rows = async () =>
    JSON.stringify([
      await office.prisma.assignment.findUnique({ where: { id: turn } }),
      await office.prisma.actionLink.findUnique({ where: { tokenHash: hashOf(token) } }),
      await office.prisma.event.count({ where: { caseId } }),
      await office.prisma.session.findMany({ orderBy: { id: 'asc' } }),
    ]);
  const before = await rows();
  for (let i = 0; i < 5; i++) {
    const answer = await office.raw(`/api/v1/act/${token}`);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await office.raw(`/api/v1/act/${token}`, { method: 'HEAD' })).status).toBe(200);
    await office.raw(`/api/v1/act/${token}/nonce`);
  }
  expect(await rows()).toBe(before);
});

test('the page shows the turn, what may be decided and the five facts; the decision is the person’s', async () => {
  const { caseId, token } = await openLink();
  const view = await office.anybody.getAct({ params: { token } });
  expect(view).toMatchObject({
    state: 'open',
    needsSignIn: false,
    person: { name: 'school-reviewer' },
    stage: { slug: 'school-review' },
    action: {
      purpose: 'decide',
      verdicts: [{ verdict: 'approve' }, { verdict: 'return' }, { verdict: 'reject', opinionRequired: true }],
    },
    decided: null,
  });
  expect(view.case.keyFacts).toHaveLength(5);
  expect(JSON.stringify(view)).not.toContain('500225198803120018');
  await press(token);
  const decided = await office.prisma.event.findFirstOrThrow({ where: { caseId, kind: 'decided' } });
  expect(decided).toMatchObject({ actorId: 'school-reviewer', via: 'mail' });
});

test('a used link of a sealed vote says that it was cast, not what it says', async () => {
  const { caseId, token } = await openLink();
  await press(token);
  const vote = await office.prisma.assignment.findFirstOrThrow({ where: { caseId, purpose: 'vote', state: 'open' } });
  const ballot = await linkTo(vote.id, vote.personId ?? '');
  await press(ballot, { verdict: 'reject', opinion: '成果不足' });
  const view = await office.anybody.getAct({ params: { token: ballot } });
  expect(view.decided?.verdict.zh).toBe('已提交，全部专家提交前密封');
  expect(JSON.stringify(view)).not.toContain('成果不足');
});

test('a second use shows who decided and when', async () => {
  const { turn, token } = await openLink();
  await press(token);
  expect(await office.anybody.getAct({ params: { token } })).toMatchObject({
    state: 'decided',
    action: null,
    decided: { by: 'school-reviewer', verdict: { zh: '同意' } },
  });
  expect(await refused(press(token))).toMatchObject({
    status: 409,
    code: 'AlreadyDecided',
    decidedBy: 'school-reviewer',
  });
  const colleague = await linkTo(turn, 'school-reviewer-2');
  expect(await refused(press(colleague))).toMatchObject({
    status: 409,
    code: 'AlreadyDecided',
    decidedBy: 'school-reviewer',
  });
});

describe('the nonce', () => {
  test('is needed, is this link’s own, and serves once', async () => {
    const { caseId, token } = await openLink();
    const other = await openLink2();
    const { nonce: foreign } = await office.anybody.createActNonce({ params: { token: other } });
    for (const nonce of ['a-nonce-nobody-gave-out', foreign]) {
      expect(
        await refused(office.anybody.decideAct({ params: { token }, body: { nonce, verdict: 'approve' } })),
      ).toMatchObject({ code: 'NonceInvalid' });
    }
    const { nonce } = await office.anybody.createActNonce({ params: { token } });
    const decide = () => office.anybody.decideAct({ params: { token }, body: { nonce, verdict: 'approve' as const } });
    const answers = await Promise.allSettled([decide(), decide(), decide()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await office.prisma.event.count({ where: { caseId, kind: 'decided' } })).toBe(1);

    async function openLink2() {
      const caseId2 = await submit(await office.as('colleague'));
      return linkTo(await turnOf(office, caseId2), 'school-reviewer');
    }
  });

  test('is worthless after two minutes, and after a newer one', async () => {
    const { token } = await openLink();
    const { nonce: older } = await office.anybody.createActNonce({ params: { token } });
    const { nonce } = await office.anybody.createActNonce({ params: { token } });
    expect(
      await refused(office.anybody.decideAct({ params: { token }, body: { nonce: older, verdict: 'approve' } })),
    ).toMatchObject({ code: 'NonceInvalid' });
    await office.prisma.actionLink.update({
      where: { tokenHash: hashOf(token) },
      data: { nonceExpiresAt: new Date(Date.now() - 1) },
    });
    expect(
      await refused(office.anybody.decideAct({ params: { token }, body: { nonce, verdict: 'approve' } })),
    ).toMatchObject({ code: 'NonceInvalid' });
  });
});

describe('a link dies', () => {
  test('when the turn is handed to somebody else', async () => {
    const { turn, token } = await openLink();
    await (
      await office.as('administrator')
    ).transferAssignment({ params: { id: turn }, body: { to: { personId: 'principal' }, reason: '改派' } });
    expect(await office.anybody.getAct({ params: { token } })).toMatchObject({ state: 'moved', action: null });
    expect(await refused(press(token))).toMatchObject({ status: 409, code: 'LinkClosed' });
  });

  test('when the case is withdrawn', async () => {
    const { caseId, token } = await openLink();
    await (await office.as('teacher')).withdrawCase({ params: { id: caseId }, body: {} });
    expect(await refused(press(token))).toMatchObject({ code: 'LinkClosed' });
  });

  test('when a colleague takes the turn', async () => {
    const { turn, token } = await openLink();
    await (await office.as('school-reviewer-2')).claimAssignment({ params: { id: turn } });
    expect(await office.anybody.getAct({ params: { token } })).toMatchObject({ state: 'moved' });
    expect(await refused(press(token))).toMatchObject({ code: 'LinkClosed' });
  });

  test('when its person no longer has the role, or is disabled', async () => {
    const { token } = await openLink();
    const membership = { userId: 'school-reviewer', unitId: 'dazu-zhijiao', role: 'reviewer' };
    await office.prisma.membership.deleteMany({ where: membership });
    expect(await refused(press(token))).toMatchObject({ code: 'LinkClosed' });
    await office.prisma.membership.create({ data: membership });
    await office.prisma.user.update({ where: { id: 'school-reviewer' }, data: { disabled: true } });
    expect(await refused(press(token))).toMatchObject({ code: 'NotFound' });
    await office.prisma.user.update({ where: { id: 'school-reviewer' }, data: { disabled: false } });
  });

  test('after its time, and in another round', async () => {
    const { turn } = await openLink();
    const expired = await linkTo(turn, 'school-reviewer', { expiresAt: new Date(Date.now() - 1) });
    expect(await office.anybody.getAct({ params: { token: expired } })).toMatchObject({ state: 'expired' });
    expect(await refused(press(expired))).toMatchObject({ status: 410, code: 'LinkExpired' });
    const otherRound = await linkTo(turn, 'school-reviewer', { round: 2 });
    expect(await refused(press(otherRound))).toMatchObject({ code: 'LinkClosed' });
  });

  test('for somebody it was never made for', async () => {
    const { turn } = await openLink();
    const applicants = await linkTo(turn, 'teacher');
    expect(await refused(press(applicants))).toMatchObject({ code: 'LinkClosed' });
    expect(await refused(office.anybody.getAct({ params: { token: 'x'.repeat(32) } }))).toMatchObject({ status: 404 });
  });
});

test('where stakes are high, only the person themself, signed in, decides', async () => {
  const { token } = await openLink();
  office.policy.mail.linkStakes['teacher-certification'] = 'high';
  try {
    expect(await office.anybody.getAct({ params: { token } })).toMatchObject({ state: 'open', needsSignIn: true });
    expect(await refused(press(token))).toMatchObject({ status: 401, code: 'SignInRequired' });
    const other = await office.as('school-reviewer-2');
    expect(await other.getAct({ params: { token } })).toMatchObject({ signedInAs: 'school-reviewer-2' });
    expect(await refused(other.createActNonce({ params: { token } }))).toMatchObject({ status: 403, code: 'NotYours' });
    const own = await office.as('school-reviewer');
    expect(await own.getAct({ params: { token } })).toMatchObject({ needsSignIn: false, signedInAs: null });
    const { nonce } = await own.createActNonce({ params: { token } });
    await own.decideAct({ params: { token }, body: { nonce, verdict: 'approve' } });
  } finally {
    office.policy.mail.linkStakes['teacher-certification'] = 'low';
  }
});

test('asking too often is refused for a while', async () => {
  const { token } = await openLink();
  const answers = [];
  for (let i = 0; i < 12; i++)
    answers.push(
      await refused(
        office.anybody.decideAct({ params: { token }, body: { nonce: 'guess-a-nonce-1234', verdict: 'approve' } }),
      ),
    );
  expect(answers.at(0)).toMatchObject({ code: 'NonceInvalid' });
  expect(answers.at(-1)).toMatchObject({ status: 429, code: 'TooManyRequests' });
  expect(answers.at(-1)?.retryAfter).toBeGreaterThan(0);
});

test('no token and no query string ever stands in the log', async () => {
  const { token } = await openLink();
  await office.anybody.getAct({ params: { token } });
  await office.raw(`/api/v1/notices?cursor=secret-cursor`);
  await office.raw(`/act/${token}?x=secret-query`);
  await createClient({ baseUrl: office.url })
    .signIn({ body: { email: 'teacher@example.test', password: 'Wrong-secret-1' } })
    .catch(() => undefined);
  const log = office.logged.join('\n');
  expect(log).toContain('GET /api/v1/act/:token');
  for (const secret of [token, 'secret-cursor', 'secret-query', 'teacher@example.test', 'Wrong-secret-1', '陈思远'])
    expect(log).not.toContain(secret);
});
