/** What people of the demo do, each by one call of the API. */
import { createClient } from '../api/contract/client.ts';
import type { Client } from '../api/contract/client.ts';
import type { DemoAccount } from '../prisma/seed.ts';
import { evidenceFor } from './demo-evidence.ts';
import { demoForm } from './demo-form.ts';
import type { DemoTeacher } from './demo-form.ts';

export const PROCESS = 'teacher-certification';

/** Gives a client in the name of a demo account, by the local part of its address. */
export type SignedIn = (login: string) => Promise<Client>;

export function signInAs(baseUrl: string, accounts: DemoAccount[]): SignedIn {
  const known = new Map<string, Promise<Client>>();
  const signIn = async (login: string) => {
    const account = accounts.find(({ email }) => email.startsWith(`${login}@`));
    if (!account) throw new Error(`no demo account for ${login}`);
    const { email, password } = account;
    const { token } = await createClient({ baseUrl }).signIn({ body: { email, password } });
    return createClient({ baseUrl, headers: () => ({ Authorization: `Bearer ${token}` }) });
  };
  return (login) => {
    const client = known.get(login) ?? signIn(login);
    known.set(login, client);
    return client;
  };
}

/** Uploads the evidence, submits, and returns the case's id. */
export async function apply(applicant: Client, demoTeacher: DemoTeacher): Promise<string> {
  const { form, files } = await formWithFiles(applicant, demoTeacher);
  const options = { idempotencyKey: `demo-${demoTeacher.idNumber}` };
  return (await applicant.submitCase({ body: { process: PROCESS, form, files } }, options)).id;
}

export async function formWithFiles(applicant: Client, demoTeacher: DemoTeacher) {
  const files = new Map<string, string>();
  for (const { slot, file } of await evidenceFor(demoTeacher.name))
    files.set(slot, (await applicant.uploadFile({ file })).id);
  return { form: { ...demoForm(demoTeacher, (slot) => files.get(slot) ?? '') }, files: [...files.values()] };
}

type Decision = Parameters<Client['decideAssignment']>[0]['body'];

/** Decides the holder's open turn in a case; false when they have none. */
export async function decide(holder: Client, caseId: string, body: Decision): Promise<boolean> {
  const { items } = await holder.listAssignments({ query: { state: 'open', limit: 50 } });
  const turn = items.find((item) => item.caseId === caseId);
  if (turn) await holder.decideAssignment({ params: { id: turn.id }, body });
  return turn !== undefined;
}

/** The first `count` of the drawn experts vote in favour. */
export async function vote(as: SignedIn, accounts: DemoAccount[], caseId: string, count: number): Promise<void> {
  const experts = accounts
    .filter(({ roles }) => roles.includes('expert'))
    .map(({ email }) => email.split('@')[0] ?? '');
  let votes = 0;
  for (const login of experts) {
    if (votes === count) return;
    if (await decide(await as(login), caseId, { verdict: 'approve', opinion: '达到申报层级的条件。' })) votes += 1;
  }
}
