/** A whole decision over HTTP against a bare update: the same cases' worth of calls, in turns, in one run. */
import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { processBySlug } from '../processes/catalogue.ts';
import { exampleCertification } from '../processes/teacher-certification/example.ts';
import { CASES_QUEUE, caseWorkflowId, submitted } from '../workflows/messages.ts';
import { bareCase, bareUpdate } from './bare.ts';
import { measure, percentile, type Measured } from './figures.ts';
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
    data: { id: caseId, caseId, applicantId, unitId, process: slug, title: definition.title(form), form: { ...form }, fileIds: [] },
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

async function decideThrough(stack: Stack, people: Map<string, Person>, caseId: string, times: { review: number[]; votes: number[] }) {
  const open = () => stack.prisma.assignment.findMany({ where: { caseId, state: 'open' }, select: { id: true, personId: true } });
  const timed = async (person: Person, id: string, into: number[]) => {
    const beforeMs = performance.now();
    await person.post(`/assignments/${id}/decision`, { verdict: 'approve', opinion: '同意', decisionId: randomUUID() });
    into.push(performance.now() - beforeMs);
  };
  const [review] = await open();
  const reviewer = people.get('zhou.hong@dazu.example');
  if (!review || !reviewer) throw new Error('nobody reviews');
  await timed(reviewer, review.id, times.review);
  for (const { id, personId } of await open()) {
    const expert = [...people.values()].find((person) => person.id === personId);
    if (expert) await timed(expert, id, times.votes);
  }
}

export interface Comparison {
  concurrency: number;
  whole: Measured;
  reviewP50Ms: number;
  voteP50Ms: number;
  bare: Measured;
}

export async function compareDecisions(stack: Stack, people: Map<string, Person>, { concurrency, cases }: { concurrency: number; cases: number }): Promise<Comparison> {
  const times = { review: [] as number[], votes: [] as number[] };
  const rounds: { whole: Measured; bare: Measured }[] = [];
  // In turns, so that a machine that slows down meanwhile slows both.
  for (let round = 0; round < 3; round++) {
    const wholeCases: string[] = [];
    for (let i = 0; i < cases; i++) wholeCases.push(await submitCase(stack));
    const bareCases = await Promise.all(
      Array.from({ length: cases }, () =>
        stack.temporal.workflow.start(bareCase, { taskQueue: 'bare', workflowId: `bare/${randomUUID()}`, args: [DECISIONS] }),
      ),
    );
    const whole = await measure(wholeCases.map((caseId) => () => decideThrough(stack, people, caseId, times)), concurrency, cpuSeconds);
    const bareTimes: number[] = [];
    const bare = await measure(
      bareCases.map((handle) => async () => {
        for (let i = 0; i < DECISIONS; i++) {
          const beforeMs = performance.now();
          await handle.executeUpdate(bareUpdate, { args: [{ verdict: 'approve', round: 1, assignmentId: randomUUID() }] });
          bareTimes.push(performance.now() - beforeMs);
        }
      }),
      concurrency,
      cpuSeconds,
    );
    const decided = [...times.review, ...times.votes].slice(-cases * DECISIONS);
    rounds.push({ whole: perDecision(whole, decided), bare: perDecision(bare, bareTimes) });
  }
  const middle = (pick: (round: (typeof rounds)[number]) => number) => percentile(rounds.map(pick), 0.5);
  const summary = (side: 'whole' | 'bare'): Measured => ({
    p50Ms: middle((round) => round[side].p50Ms),
    p95Ms: middle((round) => round[side].p95Ms),
    cpuMs: middle((round) => round[side].cpuMs),
    callsASecond: middle((round) => round[side].callsASecond),
  });
  return {
    concurrency,
    whole: summary('whole'),
    bare: summary('bare'),
    reviewP50Ms: percentile(times.review, 0.5),
    voteP50Ms: percentile(times.votes, 0.5),
  };
}

const perDecision = (cases: Measured, times: number[]): Measured => ({
  p50Ms: percentile(times, 0.5),
  p95Ms: percentile(times, 0.95),
  cpuMs: cases.cpuMs / DECISIONS,
  callsASecond: cases.callsASecond * DECISIONS,
});
