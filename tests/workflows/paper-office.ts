/**
 * An office that writes on paper: the kernel's workflows on a time-skipping server with transitions kept in memory,
 * for what is about order and turns. Stories with records and mails run on Postgres in `stories/`.
 */
import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { WithStartWorkflowOperation, WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Change, TransitionRequest, TransitionResult } from '../../activities/cases/transition.ts';
import type { Actor, CaseOutcome, CaseRules, Holder } from '../../processes/case.ts';
import { calendarFor, deadline } from '../../processes/working-days.ts';
import * as messages from '../../workflows/messages.ts';

export interface Paper {
  transitions: TransitionRequest[];
  changes(): Change[];
  events(): string[];
  open(): { id: string; purpose: string; stage: string; holder: Holder; round: number }[];
}

export function paperActivities(experts: string[]) {
  const papers = new Map<string, Paper>();
  const paperOf = (caseId: string): Paper => {
    const known = papers.get(caseId);
    if (known) return known;
    const paper = blankPaper();
    papers.set(caseId, paper);
    return paper;
  };
  return {
    paperOf,
    async renderCertificate() {
      return 'file-1';
    },
    async recordTransition(request: TransitionRequest): Promise<TransitionResult> {
      const paper = paperOf(request.caseId);
      const result: TransitionResult = { sequence: 0, dueAtMs: {}, drawn: [] };
      const due = (rule: Parameters<typeof deadline>[1]) => deadline(request.atMs, rule, calendarFor()).dueAtMs;
      for (const change of request.changes) {
        if (change.kind === 'open-visit') result.dueAtMs[`${change.stage}#${change.round}`] = due(change.rule);
        if (change.kind === 'resume-visit') result.dueAtMs[`${change.stage}#${change.round}`] = due({ workingDays: 1 });
        if (change.kind === 'open-assignment' && change.due !== 'visit') result.dueAtMs[change.id] = due(change.due);
        if (change.kind === 'issue-certificate')
          result.dueAtMs.certificate = request.atMs + change.validYears * 365 * 86_400_000;
        if (change.kind === 'draw-panel') {
          const seated = paper.open().map(({ holder }) => (holder.kind === 'person' ? holder.userId : ''));
          const free = experts.filter((userId) => !change.exclude.includes(userId) && !seated.includes(userId));
          result.drawn = change.ids.slice(0, free.length).map((id, seat) => ({ id, userId: free[seat] as string }));
          for (const { id, userId } of result.drawn) {
            const { stage, round, purpose } = change;
            request.changes.push({
              kind: 'open-assignment',
              id,
              stage,
              round,
              purpose,
              holder: { kind: 'person', userId },
              due: 'visit',
            });
          }
        }
      }
      paper.transitions.push(request);
      result.sequence = paper.events().length;
      return result;
    },
  };
}

function blankPaper(): Paper {
  const transitions: TransitionRequest[] = [];
  const changes = () => transitions.flatMap((transition) => transition.changes);
  return {
    transitions,
    changes,
    events: () => changes().flatMap((change) => (change.kind === 'event' ? [change.event] : [])),
    open: () => {
      const turns = new Map<string, ReturnType<Paper['open']>[number] & { state: string }>();
      for (const change of changes()) {
        if (change.kind === 'open-assignment') turns.set(change.id, { ...change, state: 'open' });
        const turn = 'id' in change ? turns.get(change.id) : undefined;
        if (!turn) continue;
        if (change.kind === 'close-assignment' || change.kind === 'set-assignment') turn.state = change.state;
        if (change.kind === 'rehold-assignment') turn.holder = change.holder;
      }
      return [...turns.values()]
        .filter(({ state }) => state === 'open')
        .map(({ id, purpose, stage, holder, round }) => ({ id, purpose, stage, holder, round }));
    },
  };
}

export interface PaperCase {
  caseId: string;
  handle: WorkflowHandle;
  paper: Paper;
  /** Decides the one open turn, or the one of this holder. */
  decide(
    verdict: messages.Decision['verdict'],
    more?: Partial<messages.Decision> & { turn?: ReturnType<Paper['open']>[number] },
  ): Promise<messages.Receipt>;
  outcome(): Promise<CaseOutcome>;
}

/** The applicant of every case. */
export const applicant: Actor = { userId: 'teacher-1', as: { kind: 'person', userId: 'teacher-1' }, via: 'page' };

export const actorFor = (holder: Holder): Actor => ({
  userId: holder.kind === 'person' ? holder.userId : `${holder.unitId}-${holder.role}`,
  as: holder,
  via: 'page',
});

export async function openPaperOffice(
  env: TestWorkflowEnvironment,
  workflowBundle: WorkflowBundleOption,
  experts: string[],
) {
  const activities = paperActivities(experts);
  const { paperOf, ...registered } = activities;
  const taskQueue = `cases-${randomUUID()}`;
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle,
    activities: registered,
  });
  const documents = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: messages.MAIL_QUEUE,
    activities: registered,
  });
  const running = Promise.all([worker.run(), documents.run()]);

  async function submit(rules: CaseRules, workflowType = 'teacherCertification'): Promise<PaperCase> {
    const caseId = randomUUID();
    const input: messages.CaseInput = {
      caseId,
      rules,
      process: 'teacher-certification',
      applicantId: applicant.userId,
      unitId: 'dazu-zhijiao',
      facts: { level: 'intermediate' },
    };
    const start = new WithStartWorkflowOperation(workflowType, {
      workflowId: messages.caseWorkflowId(caseId),
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    await env.client.workflow.executeUpdateWithStart(messages.submitted, { startWorkflowOperation: start });
    const handle = env.client.workflow.getHandle(messages.caseWorkflowId(caseId));
    const paper = paperOf(caseId);
    return {
      caseId,
      handle,
      paper,
      decide(verdict, { turn = paper.open()[0], ...more } = {}) {
        if (!turn) throw new Error('nobody has the turn');
        const decision: messages.Decision = {
          assignmentId: turn.id,
          round: turn.round,
          verdict,
          remarkId: 'remark',
          actor: actorFor(turn.holder),
          ...more,
        };
        return handle.executeUpdate(messages.decide, { args: [decision] });
      },
      outcome: () => handle.result() as Promise<CaseOutcome>,
    };
  }

  return {
    submit,
    async close() {
      worker.shutdown();
      documents.shutdown();
      await running;
    },
  };
}

/** The refusal a message met, or undefined when it was taken. */
export async function refusalFrom(update: Promise<unknown>): Promise<messages.Refusal | undefined> {
  try {
    await update;
    return undefined;
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
      return error.cause.details?.[0] as messages.Refusal;
    }
    throw error;
  }
}
