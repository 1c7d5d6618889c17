/** Role × action × state of the case: who sees a case, what each is offered, and that nothing else is done for them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maySee, readAudience, visibleCases } from '../../api/access.ts';
import { createAskers } from '../../api/asker.ts';
import { createAccounts } from '../../api/accounts/accounts.ts';
import type { Client as Api } from '../../api/contract/client.ts';
import { officesOf } from '../../api/offices.ts';
import { openOffice, refused, submit, turnOf } from './office.ts';
import type { Office } from './office.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';

/** States a case passes through, each shown by one case. */
const applicants = {
  'in school review': 'teacher',
  'awaiting correction': 'teacher-2',
  'before the panel': 'teacher-3',
  'on notice': 'teacher-4',
  withdrawn: 'teacher-5',
};
type State = keyof typeof applicants;
const states = Object.keys(applicants) as State[];

const people = [
  'applicant',
  'colleague',
  'other-teacher',
  'school-reviewer',
  'principal',
  'other-reviewer',
  'own-school-expert',
  'bureau-reviewer',
  'bureau-leader',
  'administrator',
  'finance-reviewer',
  'auditor',
  'stand-in',
] as const;

let office: Office;
const cases = {} as Record<State, string>;

beforeAll(async () => {
  office = await openOffice({ policy: ({ processes }) => void (processes['teacher-certification'].panel.seats = 3) });
  for (const state of states) {
    cases[state] = await submit(await office.as(applicants[state]));
    await bringTo(state, cases[state]);
  }
});
afterAll(() => office?.stop());

async function bringTo(state: State, caseId: string): Promise<void> {
  const reviewer = await office.as('school-reviewer');
  const review = async (body: Parameters<Api['decideAssignment']>[0]['body']) =>
    reviewer.decideAssignment({ params: { id: await turnOf(office, caseId) }, body });
  switch (state) {
    case 'in school review':
      return;
    case 'awaiting correction':
      await review({ verdict: 'return', returnTo: 'applicant', opinion: '请补充材料' });
      return;
    case 'before the panel':
      await review({ verdict: 'approve' });
      return;
    case 'on notice': {
      await review({ verdict: 'approve' });
      for (const { id, personId } of await office.prisma.assignment.findMany({
        where: { caseId, purpose: 'vote', state: 'open' },
      })) {
        await (await office.as(personId ?? '')).decideAssignment({ params: { id }, body: { verdict: 'approve' } });
      }
      return;
    }
    case 'withdrawn':
      await (await office.as(applicants[state])).withdrawCase({ params: { id: caseId }, body: {} });
  }
}

/** The people of the table; `applicant` is whoever applied. */
const somebody = (login: string, state: State) => office.as(login === 'applicant' ? applicants[state] : login);

async function offered(login: string, state: State): Promise<string> {
  const api = await somebody(login, state);
  try {
    const { actions } = await api.getCase({ params: { id: cases[state] } });
    return actions.map(({ kind }) => kind).join(' ') || '(reads)';
  } catch {
    return (await refused(api.getCase({ params: { id: cases[state] } }))).code;
  }
}

test('who sees what, and what each may do', async () => {
  const table: string[] = [];
  for (const state of states)
    for (const login of people) table.push(`${state} | ${login}: ${await offered(login, state)}`);
  expect(table.join('\n')).toMatchInlineSnapshot(`
    "in school review | applicant: withdraw urge comment copy unmask
    in school review | colleague: NotFound
    in school review | other-teacher: NotFound
    in school review | school-reviewer: decide transfer delegate add-signer claim comment copy unmask
    in school review | principal: comment copy
    in school review | other-reviewer: NotFound
    in school review | own-school-expert: NotFound
    in school review | bureau-reviewer: comment copy unmask
    in school review | bureau-leader: comment copy unmask
    in school review | administrator: transfer terminate comment copy unmask
    in school review | finance-reviewer: NotFound
    in school review | auditor: (reads)
    in school review | stand-in: NotFound
    awaiting correction | applicant: resubmit withdraw comment copy unmask
    awaiting correction | colleague: NotFound
    awaiting correction | other-teacher: NotFound
    awaiting correction | school-reviewer: comment copy unmask
    awaiting correction | principal: comment copy
    awaiting correction | other-reviewer: NotFound
    awaiting correction | own-school-expert: NotFound
    awaiting correction | bureau-reviewer: comment copy unmask
    awaiting correction | bureau-leader: comment copy unmask
    awaiting correction | administrator: terminate comment copy unmask
    awaiting correction | finance-reviewer: NotFound
    awaiting correction | auditor: (reads)
    awaiting correction | stand-in: NotFound
    before the panel | applicant: withdraw urge comment copy unmask
    before the panel | colleague: NotFound
    before the panel | other-teacher: NotFound
    before the panel | school-reviewer: comment copy unmask
    before the panel | principal: comment copy
    before the panel | other-reviewer: NotFound
    before the panel | own-school-expert: NotFound
    before the panel | bureau-reviewer: comment copy unmask
    before the panel | bureau-leader: comment copy unmask
    before the panel | administrator: terminate comment copy unmask
    before the panel | finance-reviewer: NotFound
    before the panel | auditor: (reads)
    before the panel | stand-in: NotFound
    on notice | applicant: withdraw comment copy unmask
    on notice | colleague: NotFound
    on notice | other-teacher: NotFound
    on notice | school-reviewer: comment copy unmask
    on notice | principal: comment copy
    on notice | other-reviewer: NotFound
    on notice | own-school-expert: NotFound
    on notice | bureau-reviewer: comment copy unmask
    on notice | bureau-leader: comment copy unmask
    on notice | administrator: terminate comment copy unmask
    on notice | finance-reviewer: NotFound
    on notice | auditor: (reads)
    on notice | stand-in: NotFound
    withdrawn | applicant: unmask
    withdrawn | colleague: NotFound
    withdrawn | other-teacher: NotFound
    withdrawn | school-reviewer: unmask
    withdrawn | principal: (reads)
    withdrawn | other-reviewer: NotFound
    withdrawn | own-school-expert: NotFound
    withdrawn | bureau-reviewer: unmask
    withdrawn | bureau-leader: unmask
    withdrawn | administrator: unmask
    withdrawn | finance-reviewer: NotFound
    withdrawn | auditor: (reads)
    withdrawn | stand-in: NotFound"
  `);
});

test('the seated experts see their case and may only vote; others of the profession see nothing', async () => {
  const caseId = cases['before the panel'];
  const seated = (await office.prisma.assignment.findMany({ where: { caseId, purpose: 'vote' } })).map(
    ({ personId }) => personId ?? '',
  );
  for (const login of ['expert-1', 'expert-2', 'expert-3', 'expert-4', 'expert-5']) {
    const expected = seated.includes(login) ? 'decide comment copy' : 'NotFound';
    expect(`${login}: ${await offered(login, 'before the panel')}`).toBe(`${login}: ${expected}`);
  }
});

describe('what is not offered is not done', () => {
  const turn = async (caseId: string) =>
    (await office.prisma.assignment.findFirst({ where: { caseId, state: 'open' }, orderBy: { openedAt: 'desc' } }))
      ?.id ?? `${caseId}-1`;

  const acts: Record<string, (api: Api, caseId: string) => Promise<unknown>> = {
    decide: async (api, id) =>
      api.decideAssignment({ params: { id: await turn(id) }, body: { verdict: 'approve', opinion: '同意' } }),
    transfer: async (api, id) =>
      api.transferAssignment({
        params: { id: await turn(id) },
        body: { to: { personId: 'principal' }, reason: '出差' },
      }),
    delegate: async (api, id) =>
      api.delegateAssignment({ params: { id: await turn(id) }, body: { personId: 'principal' } }),
    'add-signer': async (api, id) =>
      api.addSigner({ params: { id: await turn(id) }, body: { personId: 'principal', when: 'after' } }),
    claim: async (api, id) => api.claimAssignment({ params: { id: await turn(id) } }),
    resubmit: async (api, id) => {
      const { form } = await office.prisma.case.findUniqueOrThrow({ where: { id }, select: { form: true } });
      return api.resubmitCase({ params: { id }, body: { form: form as Record<string, unknown> } });
    },
    withdraw: (api, id) => api.withdrawCase({ params: { id }, body: {} }),
    urge: (api, id) => api.urgeCase({ params: { id }, body: {} }),
    comment: (api, id) => api.commentCase({ params: { id }, body: { body: '请尽快' } }),
    copy: (api, id) => api.copyCase({ params: { id }, body: { userIds: ['principal'] } }),
    terminate: (api, id) => api.terminateCase({ params: { id }, body: { reason: '重复' } }),
    'propose-revocation': (api, id) => api.proposeRevocation({ params: { id }, body: { reason: '材料虚假' } }),
    unmask: (api, id) => api.unmaskField({ params: { id }, body: { path: 'applicant.idNumber', reason: '核验身份' } }),
  };

  test.each(states)('%s', async (state) => {
    const caseId = cases[state];
    const before = await office.prisma.event.count({ where: { caseId } });
    for (const login of people) {
      const kinds = (await offered(login, state)).split(' ');
      const hidden = kinds.includes('NotFound');
      for (const [kind, act] of Object.entries(acts)) {
        if (kinds.includes(kind)) continue;
        const { status, code } = await refused(act(await somebody(login, state), caseId));
        expect({
          login,
          kind,
          status: hidden ? status : [403, 404, 409, 422, 429].includes(status),
          code,
        }).toMatchObject({
          status: hidden ? 404 : true,
          login,
          kind,
        });
      }
    }
    expect(await office.prisma.event.count({ where: { caseId } })).toBe(before);
  });
});

test('the list of cases holds exactly those that open', async () => {
  const { prisma, policy } = office;
  const secret = 'x'.repeat(32);
  const askers = createAskers({ prisma, secret, accounts: createAccounts({ prisma, secret, publicUrl: office.url }) });
  const offices = officesOf(policy);
  await prisma.substitute.create({
    data: {
      principalId: 'school-reviewer',
      substituteId: 'stand-in',
      startsOn: '2020-01-01',
      endsOn: '2099-12-31',
      processes: [],
    },
  });
  await prisma.copy.create({
    data: { caseId: cases.withdrawn, userId: 'other-teacher', byId: 'principal', at: new Date() },
  });
  for (const { id: userId } of await prisma.user.findMany({ select: { id: true } })) {
    const asker = (await askers.byId(userId))!;
    const listed = await prisma.$queryRaw<{ id: string }[]>(
      Sql.sql`SELECT c.id FROM case_file c WHERE ${visibleCases(asker, offices)}`,
    );
    const opening = [];
    for (const id of Object.values(cases)) {
      const audience = await readAudience(prisma, id);
      if (audience && maySee(asker, audience, offices).reads) opening.push(id);
    }
    expect({ userId, ids: listed.map(({ id }) => id).toSorted() }).toEqual({ userId, ids: opening.toSorted() });
  }
});
