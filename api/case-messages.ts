/** What the API says to running cases: an Update that answers when its effects are written, or a Problem. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { UpdateDefinition } from '@temporalio/common';
import { statement } from '../prisma/client.ts';
import type { Prisma } from '../prisma/client.ts';
import { Prisma as Sql } from '../prisma/generated/client.ts';
import { CASES_QUEUE, caseWorkflowId, object, submitted } from '../workflows/messages.ts';
import type { CaseInput, Receipt, Refusal, Said } from '../workflows/messages.ts';
import { Problem } from './problems.ts';

/** A person waits no longer; the update goes on and the same call asks for its answer again. */
const PATIENCE_MS = 10_000;

interface Saying<M> {
  caseId: string;
  update: UpdateDefinition<Receipt, [M]>;
  message: Omit<M, 'remarkId'>;
  /** Saying it again under the same id gives the first answer. */
  updateId: string;
  /** Opinion, reason or comment: stored first, made final by the transition that names it. */
  text?: string | undefined;
  authorId: string;
}

/** Thrown when the case refuses; routes turn it into a Problem with what the asker may know. */
export class Refused extends Error {
  override name = 'Refused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export interface CaseMessages {
  /** Throws Refused, or a Problem when there was no answer in time. */
  say<M extends Said>(saying: Saying<M>): Promise<Receipt>;
  /** Starts the case, or finds it started under the same id, and answers when its first turns are open. */
  submit(input: CaseInput): Promise<Receipt>;
  object(caseId: string, objectionId: string): Promise<Receipt>;
}

export function createCaseMessages({ temporal, prisma }: { temporal: Client; prisma: Prisma }): CaseMessages {
  const patiently = <T>(call: () => Promise<T>): Promise<T> =>
    temporal.withDeadline(Date.now() + PATIENCE_MS, call).catch(refuse);
  const update = <M>(caseId: string, definition: UpdateDefinition<Receipt, [M]>, updateId: string, message: M) =>
    patiently(() =>
      untilHeard(() =>
        temporal.workflow.getHandle(caseWorkflowId(caseId)).executeUpdate(definition, { updateId, args: [message] }),
      ),
    );

  return {
    async say<M extends Said>({ caseId, update: definition, message, updateId, text, authorId }: Saying<M>) {
      const remarkId = text ? await storeRemark(prisma, { caseId, authorId, updateId, body: text }) : undefined;
      try {
        return await update(caseId, definition, updateId, { ...message, ...(remarkId && { remarkId }) } as M);
      } catch (error) {
        // Kept after a time-out: the update may still be accepted and will name it.
        if (error instanceof Refused && remarkId)
          await prisma.remark.deleteMany({ where: { id: remarkId, final: false } });
        throw error;
      }
    },
    async submit(input) {
      const answer = await patiently(() =>
        temporal.workflow.executeUpdateWithStart(submitted, {
          updateId: `submitted:${input.caseId}`,
          startWorkflowOperation: new WithStartWorkflowOperation(workflowType(input.process), {
            workflowId: caseWorkflowId(input.caseId),
            taskQueue: CASES_QUEUE,
            args: [input],
            workflowIdConflictPolicy: 'USE_EXISTING',
          }),
        }),
      );
      if ('refusal' in answer) throw new Refused(answer.refusal);
      return answer;
    },
    async object(caseId, objectionId) {
      return update(caseId, object, `objection:${objectionId}`, { objectionId });
    },
  };
}

/** `teacher-certification` → `teacherCertification`. */
const workflowType = (slug: string): string => slug.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The remark of an update has always the same id, so that a repeated call does not leave a second one behind. */
async function storeRemark(
  prisma: Prisma,
  { caseId, authorId, updateId, body }: { caseId: string; authorId: string; updateId: string; body: string },
): Promise<string> {
  const id = uuidOf(`${caseId} ${updateId}`);
  const stored = await statement(
    prisma,
    Sql.sql`
    INSERT INTO remark (id, case_id, author_id, body) VALUES (${id}, ${caseId}, ${authorId}, ${body})
    ON CONFLICT DO NOTHING RETURNING id`,
  );
  if (stored.length === 0) {
    const kept = await prisma.remark.findUnique({ where: { id } });
    if (kept && (kept.body !== body || kept.authorId !== authorId)) throw new Problem('KeyReused');
  }
  return id;
}

/** A UUID (version 8) made of a name. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Where many speak to one case in the same instant, the server may turn a message away that its worker never saw. Nothing has happened,
 * and the same message may be sent again.
 */
async function untilHeard<T>(call: () => Promise<T>): Promise<T> {
  for (let pauseMs = 50; ; pauseMs *= 2) {
    try {
      return await call();
    } catch (error) {
      if (!wasNeverHeard(error) || pauseMs > 2_000) throw error;
      await sleep(pauseMs);
    }
  }
}

const wasNeverHeard = (error: unknown): boolean =>
  error instanceof WorkflowUpdateFailedError &&
  error.cause instanceof ApplicationFailure &&
  error.cause.type === 'UnprocessedUpdate';

function refuse(error: unknown): never {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const [refusal] = error.cause.details ?? [];
    if (isRefusal(refusal)) throw new Refused(refusal);
  }
  // Ended long ago: its workflow answers no more.
  if (error instanceof WorkflowNotFoundError) throw new Refused({ code: 'CaseClosed' });
  if (isTimeOut(error)) throw new Problem('StillWorking', { retryAfter: 3 }, { cause: error });
  throw error;
}

/** DEADLINE_EXCEEDED, and the client's own name for it while it waits for an update. */
const isTimeOut = (error: unknown): boolean =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || (isGrpcServiceError(error) && error.code === 4);

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
