/** Program funding for stories: Dazu's own rules, and the office's habits as far as a story does not care. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { exampleFunding } from '../../processes/program-funding/example.ts';
import { programFunding } from '../../processes/program-funding/definition.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { dazu } from '../processes/dazu.ts';
import { give } from '../fund/books.ts';
import type { District } from './district.ts';

export type FundingStory = Awaited<ReturnType<typeof applyForFunding>>;

const departments = ['bureau', 'zuzhibu', 'kejiju', 'jingxinwei', 'caizhengju', 'rensheju', 'zhujianwei', 'shuiwuju'];

/** Money for the awards of this year and the next one, by the clock of the stories. */
export async function fillFund({ prisma, env }: District, amountFen: number): Promise<void> {
  const year = await yearOf(env);
  for (const each of [year, year + 1]) await give(prisma, amountFen, each, `source:${each}:${randomUUID()}`);
}

const yearOf = async (env: District['env']) => Number(shanghaiDate(await env.currentTimeMs()).slice(0, 4));

/** Somebody else reserves what the fund has this year but for so much; answers how to give it back. */
export async function leaveInFund(
  { activities, prisma, env }: District,
  leftFen: number,
): Promise<() => Promise<unknown>> {
  const request = { caseId: randomUUID(), atMs: await env.currentTimeMs() };
  const year = await yearOf(env);
  const row = await prisma.fundBalance.findUniqueOrThrow({
    where: { year_account_caseId: { year, account: 'available', caseId: '' } },
  });
  await activities.reserveFunds({ ...request, attempt: 1, amountFen: Number(row.balanceFen) - leftFen });
  return () => activities.releaseFunds(request);
}

/** The vocational centre applies for 1,200,000.00 yuan; each application for a program of its own. */
export async function applyForFunding(
  district: District,
  programCode = String(600_000 + Math.floor(Math.random() * 90_000)),
) {
  const example = exampleFunding(() => randomUUID());
  const form = { ...example, program: { ...example.program, code: programCode } };
  const story = await district.submit({
    ...{ form, applicantId: 'clerk', process: 'program-funding', workflow: 'programFunding' },
    title: programFunding.title(form),
    rules: programFunding.rules(dazu(), { unitId: 'dazu-zhijiao' }, form),
    facts: programFunding.facts(form),
  });
  return {
    ...story,
    async countersign({ refusing = [] as string[] } = {}) {
      for (const each of departments)
        await story.decide(`${each}-reviewer`, refusing.includes(each) ? 'reject' : 'approve');
    },
    async score(points = [85, 80, 90, 78, 99]) {
      const seats = (await story.openTurns()).filter(({ purpose }) => purpose === 'score');
      for (const [i, { personId }] of seats.entries())
        await story.decide(personId ?? '', 'approve', { data: { score: points[i] ?? 80 } });
    },
    /** From the application to the desk where the amount is decided. */
    async toTheDesk() {
      await story.decide('bureau-reviewer', 'approve');
      await this.countersign();
      await this.score();
    },
    award: (awardedFen: number) => story.decide('bureau-leader', 'approve', { data: { awardedFen } }),
    /** The joint meeting agrees and nobody objects. */
    async throughTheNotice() {
      await story.decide('secretary', 'approve');
      await district.pass({ workingDays: 7 });
    },
    /** From the application to the first payment order. */
    async toTheAward(awardedFen = 100_000_000) {
      await this.toTheDesk();
      await this.award(awardedFen);
      await this.throughTheNotice();
    },
    pay: (voucher: string) => story.decide('fund-manager', 'approve', { data: { voucher } }),
    report: (opinion = '实训车间已建成，设备到位') => story.decide('clerk', 'approve', { opinion }),
    /** What the ledger holds in the name of the case, in fen. */
    async holds() {
      const rows = await district.prisma.fundBalance.findMany({
        where: { caseId: story.caseId, balanceFen: { gt: 0 } },
      });
      return Object.fromEntries(rows.map(({ account, balanceFen }) => [account, Number(balanceFen)]));
    },
  };
}

/** What the fund has left to award in all years, in fen. */
export async function leftInFund({ prisma }: District): Promise<number> {
  const { _sum } = await prisma.fundBalance.aggregate({ _sum: { balanceFen: true }, where: { account: 'available' } });
  return Number(_sum.balanceFen ?? 0n);
}

export const closes = async (story: FundingStory, state: string, businessState: string | null) =>
  expect(await story.row()).toMatchObject({ state, businessState, stage: null, openKey: null });
