/** Part-time posts for stories: Dazu's own rules, and the habits of school and offices as far as a story does not care. */
import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { CaseRules, EngagementStage } from '../../processes/case.ts';
import { partTimeIncome } from '../../processes/part-time-income/definition.ts';
import { examplePartTime } from '../../processes/part-time-income/example.ts';
import type { PartTimeForm } from '../../processes/part-time-income/form.ts';
import { dateOfDay, dayOfDate, dayStartMs } from '../../processes/shanghai.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import * as messages from '../../workflows/messages.ts';
import { dazu } from '../processes/dazu.ts';
import type { District } from './district.ts';
import { person, role } from './rules.ts';

export type PostStory = Awaited<ReturnType<typeof applyForPost>>;

/** What a story wants otherwise than the example. */
export interface Wanted {
  startsOn: string;
  endsOn: string;
  every?: 'year' | 'quarter';
  hours?: number;
  workHours?: number;
  paid?: boolean;
  host?: string;
  renews?: string;
  applicantId?: string;
  longestHistory?: number;
  rules?: (rules: CaseRules) => CaseRules;
}

export const principal = role('dazu-zhijiao', 'principal');
let hosts = 0;

export function postForm({
  startsOn,
  endsOn,
  workHours = 2,
  hours = Math.max(6, workHours),
  paid = true,
  host,
  renews,
}: Wanted): PartTimeForm {
  const example = examplePartTime(() => randomUUID());
  const { creditCode: _, ...own } = example.host;
  const name = host ?? `大足五金厂 ${++hosts}`;
  return {
    ...example,
    // Each story's own host, without a code that two of them would share.
    host: { ...own, name, place: 'abroad', noCodeReason: '境外单位' },
    post: { ...example.post, from: startsOn, to: endsOn, hoursPerWeek: hours, workingTimeHours: workHours },
    pay: { ...example.pay, paid, yearlyFen: paid ? example.pay.yearlyFen : 0 },
    renewal: { ...(renews && { of: renews }) },
  };
}

export async function applyForPost(district: District, wanted: Wanted) {
  const { prisma, env } = district;
  const { applicantId = 'teacher', every, longestHistory } = wanted;
  const form = postForm(wanted);
  const rules = partTimeIncome.rules(dazu(), { unitId: 'dazu-zhijiao' }, form);
  const stages = rules.stages.map((stage) =>
    stage.kind === 'engagement' && every ? { ...stage, declaration: { ...stage.declaration, every } } : stage,
  );
  const story = await district.submit({
    ...{ form, applicantId, process: 'part-time-income', workflow: 'partTimeIncome', longestHistory },
    title: partTimeIncome.title(form),
    rules: wanted.rules?.({ ...rules, stages }) ?? { ...rules, stages },
    facts: partTimeIncome.facts(form),
  });
  const { caseId, handle, remark } = story;
  const firstRun = (await handle.describe()).runId;

  const say = async (
    act: messages.PostAct,
    userId: string,
    {
      as = person(userId),
      opinion = '理由',
      updateId,
    }: { as?: messages.PostMessage['actor']['as']; opinion?: string | null; updateId?: string } = {},
  ) => {
    const message = {
      act,
      actor: { userId, as, via: 'page' as const },
      ...(opinion && { remarkId: await remark(userId, opinion) }),
    };
    return handle.executeUpdate(messages.actOnPost, { args: [message], ...(updateId && { updateId }) });
  };
  const declaration = async (period: string, incomeFen = 0, equityFen = 0, taxFen = 0) =>
    (
      await prisma.incomeDeclaration.create({
        data: { caseId, period, authorId: applicantId, incomeFen, equityFen, taxFen, fileIds: [] },
      })
    ).id;

  return {
    ...story,
    say,
    declaration,
    form,
    /** From the application to the desks of the two offices. */
    async toRegistration({ meetingOn }: { meetingOn?: string } = {}) {
      const today = shanghaiDate(await env.currentTimeMs());
      await story.decide('school-reviewer', 'approve');
      await story.decide('school-reviewer', 'approve', {
        data: { meetingOn: meetingOn ?? today, meetingNumber: '校长办公会〔2026〕12号' },
      });
      await district.pass({ workingDays: 3 });
      await story.decide('principal', 'approve');
    },
    async register() {
      await this.toRegistration();
      await story.decide('bureau-reviewer', 'approve');
      await story.decide('rensheju-reviewer', 'approve');
    },
    async declare(period: string, incomeFen = 0, equityFen = 0, taxFen = 0) {
      const declarationId = await declaration(period, incomeFen, equityFen, taxFen);
      const turn = (await story.openTurns()).find(
        ({ purpose, subjectId }) => purpose === 'declare' && subjectId === period,
      );
      if (!turn) throw new Error(`${period} is not to be declared`);
      const actor = { userId: applicantId, as: person(applicantId), via: 'page' as const };
      const decision = {
        assignmentId: turn.id,
        round: turn.round,
        verdict: 'approve' as const,
        actor,
        data: { declarationId, period },
      };
      await handle.executeUpdate(messages.decide, { args: [decision], updateId: `${turn.id}:${declarationId}` });
      return { declarationId, decision, updateId: `${turn.id}:${declarationId}` };
    },
    check: (verdict: 'approve' | 'return' = 'approve', opinion = '缺完税证明') =>
      story.decide('finance', verdict, { opinion }),
    async declareAndCheck(period: string, incomeFen = 0, equityFen = 0, taxFen = 0) {
      await this.declare(period, incomeFen, equityFen, taxFen);
      await this.check();
    },
    post: () => prisma.engagement.findUniqueOrThrow({ where: { caseId } }),
    periods: async () =>
      (await prisma.declarationPeriod.findMany({ where: { caseId }, orderBy: { period: 'asc' } })).map(
        ({ period, state }) => `${period} ${state}`,
      ),
    /** What the ledger says of a period or of all: kind and fen. */
    ledger: async () =>
      (await prisma.incomeEntry.findMany({ where: { caseId }, orderBy: { id: 'asc' } })).map(
        ({ period, kind, incomeFen, equityFen, taxFen }) => [
          period,
          kind,
          Number(incomeFen),
          Number(equityFen),
          Number(taxFen),
        ],
      ),
    /** Histories of all runs, from the first. */
    async runs() {
      const runs: History[] = [];
      for (let runId: string | undefined = firstRun; runId;) {
        const history: History = await runOf(district, handle, runId).fetchHistory();
        runs.push(history);
        runId = nextRunOf(history);
      }
      return runs;
    },
    runOf: (runId: string) => runOf(district, handle, runId),
  };
}

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;
const nextRunOf = ({ events }: History): string | undefined =>
  events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;

const runOf = ({ env }: District, { workflowId }: WorkflowHandle, runId: string) =>
  env.client.workflow.getHandle(workflowId, runId);

/** Lets the server's clock run until some hours after a day has begun in Shanghai. */
export async function untilDay({ env }: District, day: string, hours = 3): Promise<void> {
  const leftMs = dayStartMs(dayOfDate(day)) + hours * 3_600_000 - (await env.currentTimeMs());
  if (leftMs > 0) await env.sleep(leftMs);
}

/** The first day of a year that has not begun by the clock of the stories, `years` after the next one. */
export async function newYear({ env }: District, years = 0): Promise<string> {
  return `${Number(shanghaiDate(await env.currentTimeMs()).slice(0, 4)) + 1 + years}-01-01`;
}

export const plusDays = (day: string, days: number): string => dateOfDay(dayOfDate(day) + days);

export const engagementStage = (rules: CaseRules): EngagementStage => {
  const stage = rules.stages.find((each) => each.kind === 'engagement');
  if (!stage) throw new Error('no engagement');
  return stage;
};
