/** A whole decision over HTTP against a bare update: the same cases' worth of calls, in turns, in one run. */
import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { processBySlug } from '../processes/catalogue.ts';
import { exampleCertification } from '../processes/teacher-certification/example.ts';
import { CASES_QUEUE, caseWorkflowId, submitted } from '../workflows/messages.ts';
import { bareCase, bareUpdate } from './bare.ts';
import { measure, middle, type Measured } from './figures.ts';
import { cpuSeconds } from './processes.ts';
import type { Person } from './people.ts';
import type { Stack } from './stack.ts';

const slug = 'teacher-certification';
const unitId = 'dazu-zhijiao';

/** One review that opens the panel, then the panel's five votes, of which the last closes it and publishes the notice. */
const VOTES = 5;
const DECISIONS = 1 + VOTES;

export async function submitCase({ prisma, policy, temporal }: Stack): Promise<string> {
  const definition = processBySlug(slug);
  if (!definition) throw new Error(`no process ${slug}`);
  const caseId = randomUUID();
  // A teacher a case: one has at most one open application.
  const applicantId = `bench-${caseId}`;
  const form = exampleCertification(() => randomUUID());
  await prisma.user.create({ data: { id: applicantId, name: '测试', email: `${applicantId}@bench.example` } });
  await prisma.submission.create({
    data: {
      id: caseId,
      caseId,
      applicantId,
      unitId,
      process: slug,
      title: definition.title(form),
      form: { ...form },
      fileIds: [],
    },
  });
  const rules = definition.rules(policy, { unitId }, form);
  const startWorkflowOperation = new WithStartWorkflowOperation('teacherCertification', {
    workflowId: caseWorkflowId(caseId),
    taskQueue: CASES_QUEUE,
    args: [{ caseId, applicantId, unitId, rules, process: slug, facts: definition.facts(form) }],
    workflowIdConflictPolicy: 'FAIL',
  });
  await temporal.workflow.executeUpdateWithStart(submitted, { startWorkflowOperation });
  return caseId;
}

/** Review and votes of one case, each by whoever holds the turn. */
async function decideThrough(
  stack: Stack,
  people: Map<string, Person>,
  caseId: string,
  tell: (ms: number) => void,
): Promise<void> {
  const open = () =>
    stack.prisma.assignment.findMany({ where: { caseId, state: 'open' }, select: { id: true, personId: true } });
  const timed = async (person: Person | undefined, id: string) => {
    if (!person) throw new Error(`nobody holds ${id}`);
    const beforeMs = performance.now();
    await person.post(`/assignments/${id}/decision`, { verdict: 'approve', opinion: '同意', decisionId: randomUUID() });
    tell(performance.now() - beforeMs);
  };
  const byId = new Map([...people.values()].map((person) => [person.id, person]));
  for (const { id } of await open()) await timed(people.get('zhou.hong@dazu.example'), id);
  for (const { id, personId } of await open()) await timed(byId.get(personId ?? ''), id);
}

export interface Comparison {
  concurrency: number;
  whole: Measured;
  bare: Measured;
}

interface Rounds {
  concurrency: number;
  cases: number;
  rounds: number;
}

/** Whole and bare in turns, so that a machine that slows down meanwhile slows both; the middle of the rounds counts. */
export async function compareDecisions(
  stack: Stack,
  people: Map<string, Person>,
  { concurrency, cases, rounds }: Rounds,
): Promise<Comparison> {
  const whole: Measured[] = [];
  const bare: Measured[] = [];
  const measuring = { concurrency, callsAJob: DECISIONS, cpuSeconds: () => cpuSeconds(stack.folder) };
  for (let round = 0; round < rounds; round++) {
    const caseIds: string[] = [];
    for (let i = 0; i < cases; i++) caseIds.push(await submitCase(stack));
    const decided = caseIds.map((caseId) => (tell: (ms: number) => void) => decideThrough(stack, people, caseId, tell));
    whole.push(await measure(decided, { ...measuring, parts: ['temporal', 'postgres', 'worker', 'api', 'client'] }));
    const updated = await bareCases(stack, cases);
    bare.push(await measure(updated, { ...measuring, parts: ['temporal', 'bare worker', 'client'] }));
  }
  return { concurrency, whole: middle(whole), bare: middle(bare) };
}

/** As many workflows, each with as many updates as a case has decisions. */
async function bareCases(
  { temporal }: Stack,
  cases: number,
): Promise<((tell: (ms: number) => void) => Promise<void>)[]> {
  const start = () =>
    temporal.workflow.start(bareCase, { taskQueue: 'bare', workflowId: `bare/${randomUUID()}`, args: [DECISIONS] });
  const handles = await Promise.all(Array.from({ length: cases }, start));
  return handles.map((handle) => async (tell) => {
    for (let i = 0; i < DECISIONS; i++) {
      const beforeMs = performance.now();
      await handle.executeUpdate(bareUpdate, { args: [{ verdict: 'approve', round: 1, assignmentId: randomUUID() }] });
      tell(performance.now() - beforeMs);
    }
  });
}

export interface WholeCases {
  casesASecond: number;
  cpuMs: number;
}

/** From the stored form to the published notice. */
export async function runWholeCases(
  stack: Stack,
  people: Map<string, Person>,
  { concurrency, cases }: Omit<Rounds, 'rounds'>,
): Promise<WholeCases> {
  const jobs = Array.from({ length: cases }, () => async (tell: (ms: number) => void) => {
    const beforeMs = performance.now();
    await decideThrough(stack, people, await submitCase(stack), () => {});
    tell(performance.now() - beforeMs);
  });
  const { callsASecond, cpuMs } = await measure(jobs, {
    concurrency,
    callsAJob: 1,
    cpuSeconds: () => cpuSeconds(stack.folder),
    parts: ['temporal', 'postgres', 'worker', 'api', 'client'],
  });
  return { casesASecond: callsASecond, cpuMs };
}
