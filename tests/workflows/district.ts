/**
 * A district for stories: the real workflows on a time-skipping server, the real transactions on Postgres, people by name.
 * Mails are read from the outbox: who is told what, in order.
 */
import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { expect } from 'vitest';
import { createCaseActivities } from '../../activities/cases/case-activities.ts';
import { createEngagementActivities } from '../../activities/engagements/engagement-activities.ts';
import { createFundActivities } from '../../activities/fund/fund-activities.ts';
import { createPrisma } from '../../prisma/client.ts';
import type { Actor, Holder, Role } from '../../processes/case.ts';
import { exampleCertification } from '../../processes/teacher-certification/example.ts';
import { calendarFor, deadline, workingDaysBetween } from '../../processes/working-days.ts';
import * as messages from '../../workflows/messages.ts';
import { freshDatabase, timeSkipping, workflowBundle } from '../support/index.ts';
import { keepFirst } from './histories.ts';
import { settlePeople } from './people.ts';
import { certificationRules, person } from './rules.ts';

export type District = Awaited<ReturnType<typeof openDistrict>>;
export type Story = Awaited<ReturnType<District['submit']>>;

/** What a story may have otherwise than the certification of a teacher. */
interface Application extends Partial<
  Pick<messages.CaseInput, 'rules' | 'caseId' | 'applicantId' | 'unitId' | 'process' | 'facts' | 'longestHistory'>
> {
  workflow?: string;
  title?: string;
  form?: object;
}

/** On a time-skipping server of its own, or on one that is given. */
export async function openDistrict(server: Promise<TestWorkflowEnvironment> = timeSkipping()) {
  const [env, bundle, database] = await Promise.all([server, workflowBundle(), freshDatabase()]);
  const prisma = createPrisma(database.url);
  await settlePeople(prisma);
  const activities = {
    ...createCaseActivities({ prisma, mailDomain: 'lianban.test' }),
    ...createFundActivities({ prisma }),
    ...createEngagementActivities({ prisma }),
  };
  const documents = { renderCertificate: async () => 'file', renderMinutes: async () => 'file' };
  const workers = await Promise.all([
    Worker.create({
      connection: env.nativeConnection,
      namespace: env.namespace ?? 'default',
      taskQueue: messages.CASES_QUEUE,
      workflowBundle: bundle,
      activities,
    }),
    Worker.create({
      ...{ connection: env.nativeConnection, namespace: env.namespace ?? 'default' },
      ...{ taskQueue: messages.MAIL_QUEUE, activities: documents },
    }),
  ]);
  const running = Promise.all(workers.map((worker) => worker.run()));

  async function submit({
    rules = certificationRules(),
    caseId = randomUUID(),
    applicantId = 'teacher',
    workflow = 'teacherCertification',
    process = 'teacher-certification',
    title = '中级双师型教师认定',
    form = exampleCertification(() => randomUUID()),
    facts = { level: 'intermediate', track: 'secondary' },
    unitId = 'dazu-zhijiao',
    longestHistory,
  }: Application = {}) {
    await prisma.submission.create({ data: { caseId, applicantId, process, unitId, title, form, fileIds: [] } });
    const input: messages.CaseInput = {
      caseId,
      rules,
      applicantId,
      process,
      unitId,
      facts,
      ...(longestHistory && { longestHistory }),
    };
    const startWorkflowOperation = new WithStartWorkflowOperation(workflow, {
      workflowId: messages.caseWorkflowId(caseId),
      taskQueue: messages.CASES_QUEUE,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    const answer = await env.client.workflow.executeUpdateWithStart(messages.submitted, { startWorkflowOperation });
    return { answer, ...story(env.client.workflow.getHandle(messages.caseWorkflowId(caseId)), caseId) };
  }

  function story(handle: WorkflowHandle, caseId: string) {
    const remark = async (authorId: string, body = '意见') =>
      (await prisma.remark.create({ data: { caseId, authorId, body } })).id;
    const openTurns = () =>
      prisma.assignment.findMany({ where: { caseId, state: 'open' }, orderBy: { openedAt: 'asc' } });
    /** The open turn this person is entitled to, by role, by name or as a substitute. */
    async function turnOf(userId: string) {
      const memberships = await prisma.membership.findMany({ where: { userId } });
      const turns = await openTurns();
      const turn = turns.find(
        ({ personId, unitId, role }) =>
          personId === userId || memberships.some((held) => held.unitId === unitId && held.role === role),
      );
      if (!turn)
        throw new Error(
          `${userId} has no open turn; open: ${JSON.stringify(turns.map(({ id, personId, role }) => [id, personId ?? role]))}`,
        );
      return turn;
    }
    const holderOf = ({
      personId,
      unitId,
      role,
    }: {
      personId: string | null;
      unitId: string | null;
      role: string | null;
    }): Holder => (personId ? person(personId) : { kind: 'role', unitId: unitId ?? '', role: role as Role });
    /** Who was told what, in order; people told by the same transition in the order of their ids and mails. */
    const told = async () =>
      (
        await prisma.notification.findMany({
          where: { caseId },
          orderBy: [{ createdAt: 'asc' }, { recipientId: 'asc' }, { kind: 'asc' }],
        })
      ).map(({ recipientId, kind, stage }) => `${recipientId} ← ${kind}${stage ? ` (${stage})` : ''}`);
    const as = async (userId: string, principalId = userId) => {
      const turn = await turnOf(principalId);
      const actor: Actor = {
        userId,
        as: holderOf(turn),
        via: 'page',
        ...(principalId !== userId && { onBehalfOf: principalId }),
      };
      return { turn, actor, assignmentId: turn.id };
    };
    return {
      handle,
      caseId,
      openTurns,
      turnOf,
      told,
      as,
      remark,
      row: () => prisma.case.findUniqueOrThrow({ where: { id: caseId } }),
      events: async () =>
        (await prisma.event.findMany({ where: { caseId }, orderBy: { sequence: 'asc' } })).map(({ kind, actorId }) =>
          actorId ? `${kind} ${actorId}` : kind,
        ),
      async decide(
        userId: string,
        verdict: messages.Decision['verdict'],
        more: Partial<messages.Decision> & { opinion?: string; onBehalfOf?: string } = {},
      ) {
        const { opinion, onBehalfOf, ...rest } = more;
        const { turn, actor, assignmentId } = await as(userId, onBehalfOf);
        const decision = {
          assignmentId,
          actor,
          round: turn.round,
          verdict,
          remarkId: await remark(userId, opinion),
          ...rest,
        };
        return handle.executeUpdate(messages.decide, { args: [decision] });
      },
      async transfer(userId: string, to: string) {
        const { actor, assignmentId } = await as(userId);
        return handle.executeUpdate(messages.transfer, {
          args: [{ actor, assignmentId, to: person(to), remarkId: await remark(userId) }],
        });
      },
      async consult(userId: string, asked: string, kind: messages.Consultation['kind'] = 'delegate') {
        const { actor, assignmentId } = await as(userId);
        return handle.executeUpdate(messages.consult, { args: [{ actor, assignmentId, kind, userId: asked }] });
      },
      async addSigner(userId: string, signer: string) {
        const { actor, assignmentId } = await as(userId);
        return handle.executeUpdate(messages.addSigner, { args: [{ actor, assignmentId, userId: signer }] });
      },
      async claim(userId: string) {
        const { actor, assignmentId } = await as(userId);
        return handle.executeUpdate(messages.claim, { args: [{ actor, assignmentId }] });
      },
      /** Every drawn expert votes in favour, but for those named. */
      async vote({ against = [] as string[] } = {}) {
        for (const { personId } of await openTurns()) {
          if (personId) await this.decide(personId, against.includes(personId) ? 'reject' : 'approve');
        }
      },
      async act<Name extends 'withdraw' | 'urge' | 'terminate' | 'comment' | 'proposeRevocation'>(
        name: Name,
        userId: string,
        as: Holder = person(userId),
      ) {
        const actor: Actor = { userId, as, via: 'page' };
        return handle.executeUpdate(messages[name], { args: [{ actor, remarkId: await remark(userId) }] });
      },
      async resubmit() {
        const {
          id: _,
          createdAt: __,
          acceptedAt: ___,
          form,
          ...sent
        } = await prisma.submission.findFirstOrThrow({ where: { caseId } });
        const turn = await turnOf(sent.applicantId);
        const submission = await prisma.submission.create({
          data: { ...sent, form: form as object, title: `${sent.title}（补正）` },
        });
        const actor: Actor = { userId: sent.applicantId, as: person(sent.applicantId), via: 'page' };
        return handle.executeUpdate(messages.resubmit, {
          args: [{ assignmentId: turn.id, submissionId: submission.id, actor }],
        });
      },
      /** A member of the public objects to the notice. */
      async object() {
        const notice = await prisma.notice.findFirstOrThrow({ where: { caseId }, orderBy: { round: 'desc' } });
        const { id } = await prisma.objection.create({
          data: { noticeId: notice.id, name: '周某', contact: '13800000000', body: '实践时间不实' },
        });
        await handle.executeUpdate(messages.object, { args: [{ objectionId: id }] });
        return id;
      },
    };
  }

  return {
    env,
    prisma,
    submit,
    activities,
    database,
    /** Lets the server's clock run until after the instant a rule that starts now would end. */
    async pass(rule: Parameters<typeof deadline>[1]) {
      const now = await env.currentTimeMs();
      await env.sleep(deadline(now, rule, calendarFor()).dueAtMs - now + 2 * 3_600_000);
    },
    /** Working days that were left when the first visit of a stage stopped its clock: 2 or 3 of 5 after 2, as a weekend falls. */
    async leftWhenStopped(caseId: string, stage: string): Promise<number> {
      const { dueAt, closedAt, suspendedAt } = await prisma.stageVisit.findFirstOrThrow({
        where: { caseId, stage, round: 1 },
      });
      const stoppedAt = suspendedAt ?? closedAt;
      if (!dueAt || !stoppedAt) throw new Error(`the clock of ${stage} did not stop`);
      const left = workingDaysBetween(stoppedAt.getTime(), dueAt.getTime(), calendarFor());
      expect([2, 3]).toContain(left);
      return left;
    },
    async close() {
      for (const worker of workers) worker.shutdown();
      await running;
      await prisma.$disconnect();
      await env.teardown();
    },
    /** What this run wrote replays on today's code; under a name, the first recording of the branch is kept for every later release. */
    async replays(handle: WorkflowHandle, branch?: string) {
      const history = await handle.fetchHistory();
      await this.replaysHistory(history, handle.workflowId, branch);
    },
    /** One of the runs of a long life. */
    async replaysHistory(
      history: Awaited<ReturnType<WorkflowHandle['fetchHistory']>>,
      workflowId: string,
      branch?: string,
    ) {
      await expect(Worker.runReplayHistory({ workflowBundle: bundle }, history, workflowId)).resolves.toBeUndefined();
      if (branch) keepFirst(branch.includes('/') ? branch : `teacher-certification/${branch}`, history);
    },
  };
}
