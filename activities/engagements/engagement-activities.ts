import { ApplicationFailure } from '@temporalio/common';
import type { Prisma } from '../../prisma/client.ts';
import { sqlState } from '../../prisma/fund-ledger.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { definitionOf } from '../cases/writing.ts';
import type { Registered, Registration } from './requests.ts';

/** What a case does with the register of posts (备案): once, however often it is run. Over a limit is an answer, not an error. */
export function createEngagementActivities({ prisma }: { prisma: Prisma }) {
  return {
    /** Registers the post, or a change of its terms, if the teacher's posts together stay within the limits. */
    async registerEngagement(request: Registration): Promise<Registered> {
      try {
        return await register(prisma, request);
      } catch (error) {
        throw registerFault(error);
      }
    },
  };
}

async function register(prisma: Prisma, request: Registration): Promise<Registered> {
  const { caseId, process, applicantId, unitId, version, submissionId = null, renews, atMs, limits } = request;
  const { form } = submissionId
    ? await prisma.submission.findUniqueOrThrow({ where: { id: submissionId, caseId }, select: { form: true } })
    : await prisma.case.findUniqueOrThrow({ where: { id: caseId }, select: { form: true } });
  const terms = definitionOf(process).engagement?.(form);
  if (!terms) throw new TypeError(`${process} registers no posts`);
  const renewsId = await renewedId(prisma, renews, applicantId);
  const [row] = await prisma.$queryRaw<{ answer: Registered }[]>`
    SELECT register_engagement(${caseId}, ${version}::int, ${applicantId}, ${unitId}, ${renewsId}, ${submissionId}, ${new Date(atMs)},
      ${shanghaiDate(atMs)}, ${JSON.stringify(terms)}::jsonb, ${limits.paidPosts}::int, ${limits.workTimeMinutesAWeek}::int) AS answer`;
  if (!row) throw new Error('the register did not answer');
  const { startsOn, endsOn } = terms;
  return row.answer.kind === 'registered' ? { kind: 'registered', startsOn, endsOn } : row.answer;
}

/** A renewal names the number of an own case; anything else continues nothing. */
async function renewedId(prisma: Prisma, number: string | undefined, applicantId: string): Promise<string | null> {
  if (!number) return null;
  const renewed = await prisma.case.findUnique({ where: { number }, select: { id: true, applicantId: true } });
  return renewed?.applicantId === applicantId ? renewed.id : null;
}

/** Without the database's own words; not to be tried again when it refused what was asked. */
function registerFault(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  const state = sqlState(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const defect = state ? /^(22|23|42|P0)/.test(state) : error instanceof TypeError || code === 'P2025';
  return defect
    ? ApplicationFailure.nonRetryable(`the register refused the post (${state ?? String(error)})`, 'RegisterRefused')
    : ApplicationFailure.retryable(`the register cannot be reached (${state ?? 'no answer'})`, 'RegisterAway');
}
