/** One post with its periods, declarations, changes and terms, and what the asker may do with it. */
import type { CaseRules, EngagementStage } from '../../processes/case.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import type { Form } from '../../processes/form-view.ts';
import { partTimeIncome } from '../../processes/part-time-income/definition.ts';
import { periodName, periodsOf } from '../../processes/part-time-income/periods.ts';
import { dateOfDay, dayOfDate } from '../../processes/shanghai.ts';
import type { EngagementTerms } from '../../processes/process.ts';
import type { Asker } from '../asker.ts';
import type { EngagementDetail } from '../contract/engagements.ts';
import { instant } from '../instant.ts';
import { engagementStage } from './engagement-stage.ts';
import { formDifferences } from './form-differences.ts';
import { amountsOf, caseNumbers, type PostReading, type PostRow, postViews, termsOf } from './post-rows.ts';

type Period = EngagementDetail['periods'][number];
type Change = EngagementDetail['changes'][number];

export async function postDetail(reading: PostReading, asker: Asker, row: PostRow): Promise<EngagementDetail> {
  const { prisma, clock } = reading;
  const { caseId, renewsId } = row;
  const [[view], kept, periods, declarations, entries, changes, versions, renewing, now] = await Promise.all([
    postViews(reading, [row], { next: true }),
    prisma.case.findUniqueOrThrow({ where: { id: caseId }, select: { rules: true, form: true, closedAt: true } }),
    prisma.declarationPeriod.findMany({ where: { caseId } }),
    prisma.incomeDeclaration.findMany({ where: { caseId, state: { not: 'pending' } }, orderBy: { createdAt: 'asc' } }),
    prisma.incomeEntry.groupBy({
      by: ['period'],
      where: { caseId },
      _sum: { incomeFen: true, equityFen: true, taxFen: true },
    }),
    prisma.engagementChange.findMany({ where: { caseId }, orderBy: { number: 'asc' } }),
    prisma.engagementTerms.findMany({ where: { caseId }, orderBy: { version: 'asc' } }),
    prisma.engagement.findFirst({ where: { renewsId: caseId }, select: { caseId: true } }),
    clock.read(),
  ]);
  const rules = kept.rules as unknown as CaseRules;
  const stage = engagementStage(rules);
  const files = await fileNames(
    reading,
    declarations.flatMap(({ fileIds }) => fileIds),
  );
  const numbers = await caseNumbers(
    prisma,
    [renewsId, renewing?.caseId].filter((id) => id != null),
  );
  const proposals = await differencesOf(
    reading,
    kept.form as Form,
    changes.filter(({ state }) => state === 'open').map(({ submissionId }) => submissionId),
  );
  const ref = (id: string | null | undefined) => (id ? { id, number: numbers.get(id) ?? '' } : null);
  const term = { startsOn: row.startsOn, endsOn: row.endedOn ?? row.endsOn };
  const allPeriods = periodsOf(term, stage.declaration.every).map(({ key, from, to }): Period => {
    const opened = periods.find(({ period }) => period === key);
    const sums = entries.find(({ period }) => period === key);
    return {
      ...{ period: key, name: periodName(key), from, to },
      state: (opened?.state ?? null) as Period['state'],
      due: opened ? now.due({ dueAt: opened.dueAt, provisional: false }) : null,
      declarations: declarations
        .filter(({ period }) => period === key)
        .map((declared) => ({
          id: declared.id,
          ...amountsOf(declared),
          note: declared.note,
          state: declared.state as Period['declarations'][number]['state'],
          filedAt: declared.filedAt && instant(declared.filedAt),
          settledAt: declared.settledAt && instant(declared.settledAt),
          files: declared.fileIds.map((id) => ({ id, name: files.get(id) ?? '' })),
        })),
      entered: sums ? amountsOf(sums._sum) : null,
    };
  });
  const renewalOpensOn = dateOfDay(dayOfDate(row.endsOn) - stage.renewal.openDaysBefore);
  return {
    ...view!,
    registeredAt: instant(row.registeredAt),
    periods: allPeriods,
    changes: changes.map(({ number, submissionId, fromStage, state, proposedAt, closedAt }) => ({
      number,
      differences: proposals.get(submissionId) ?? [],
      from: {
        id: fromStage,
        name: rules.stages.find(({ slug }) => slug === fromStage)?.name ?? { zh: fromStage, en: fromStage },
      },
      state: state as Change['state'],
      stateName: changeStates[state as Change['state']],
      proposedAt: instant(proposedAt),
      closedAt: closedAt && instant(closedAt),
    })),
    versions: versions.map(({ version, registeredAt, terms }) => {
      const { hostName: host, postTitle, startsOn, endsOn, ...rest } = terms as unknown as EngagementTerms;
      return { version, registeredAt: instant(registeredAt), host, postTitle, startsOn, endsOn, ...termsOf(rest) };
    }),
    renews: ref(renewsId),
    renewedBy: ref(renewing?.caseId),
    renewalOpensOn,
    acts: actsOf({
      asker,
      row,
      stage,
      administrator: rules.administrator,
      periods: allPeriods,
      changing: changes.some(({ state }) => state === 'open'),
      mayRenew: !renewing && now.today >= renewalOpensOn && now.today <= term.endsOn,
      closed: kept.closedAt !== null,
    }),
  };
}

interface Acting {
  asker: Asker;
  row: PostRow;
  stage: EngagementStage;
  administrator: CaseRules['administrator'];
  periods: Period[];
  changing: boolean;
  mayRenew: boolean;
  closed: boolean;
}

/** What the case would not refuse for who one is and how the post stands; the case has the last word. */
function actsOf({
  asker,
  row,
  stage,
  administrator,
  periods,
  changing,
  mayRenew,
  closed,
}: Acting): EngagementDetail['acts'] {
  const own = asker.id === row.teacherId;
  const holds = (holder: CaseRules['administrator']) =>
    !own &&
    holder.kind === 'role' &&
    asker.memberships.some(({ unitId, role }) => unitId === holder.unitId && role === holder.role);
  const supervises = stage.supervisors.some(holds);
  const lasts = !closed && (row.state === 'in-force' || row.state === 'suspended');
  const inState = (...states: Period['state'][]) =>
    own && !closed ? periods.filter(({ state }) => states.includes(state)).map(({ period }) => period) : [];
  const missed = periods.some(({ state }) => state === 'missed');
  return {
    declare: inState('open', 'missed'),
    correct: inState('accepted'),
    change: own && !closed && row.state === 'in-force' && !changing,
    withdrawChange: own && !closed && changing,
    renew: own && mayRenew && row.state !== 'ended-early',
    suspend: supervises && lasts && row.state === 'in-force',
    resume: supervises && lasts && row.state === 'suspended' && !missed,
    end: (own || supervises) && lasts,
    close: !closed && !lasts && holds(administrator),
  };
}

const changeStates: Record<Change['state'], Change['stateName']> = {
  open: { zh: '审批中', en: 'In review' },
  approved: { zh: '已生效', en: 'In force' },
  rejected: { zh: '未通过', en: 'Not approved' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  lapsed: { zh: '逾期未补正', en: 'Correction period lapsed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

/** Of changes in review, by submission: the case's form is still the one in force. */
async function differencesOf({ prisma, policy }: PostReading, form: Form, submissionIds: string[]) {
  const proposed = await prisma.submission.findMany({ where: { id: { in: submissionIds } } });
  const schema = formJsonSchema(partTimeIncome, policy);
  return new Map(proposed.map((one) => [one.id, formDifferences(schema, form, one.form as Form)]));
}

async function fileNames({ prisma }: PostReading, ids: string[]): Promise<Map<string, string>> {
  const files = await prisma.file.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(files.map(({ id, name }) => [id, name]));
}
