import type { Prisma } from '../prisma/client.ts';
import type { CheckContext } from '../processes/process.ts';
import { readReports } from './indicators/reported.ts';

type UnitRecord = Pick<CheckContext, 'unitId' | 'submittedFacts' | 'fundedPrograms' | 'dualQualified' | 'reported'>;

interface About {
  process: string;
  applicantId: string;
  unitId: string;
  /** The case looked at or corrected. */
  caseId: string;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
}

/** What the rules may know of the applicant's unit: its programs under way or funded, its certificates, and the case as first sent. */
export async function unitRecord(prisma: Prisma, about: About): Promise<UnitRecord> {
  const { process, applicantId, unitId, caseId, today } = about;
  // A report looks at the figures that were accepted before, and at nothing else of its unit.
  if (process === 'indicator-report') return { unitId, reported: await readReports(prisma) };
  const [programs, dualQualified, sent] = await Promise.all([
    prisma.case.findMany({
      where: {
        process,
        unitId,
        id: { not: caseId },
        OR: [{ closedAt: null }, { businessState: { in: FUNDED } }, { events: { some: { kind: 'payment-made' } } }],
      },
      select: { number: true, facts: true, businessState: true },
      orderBy: { submittedAt: 'asc' },
    }),
    prisma.certificate.count({ where: { unitId, state: 'valid', expiresOn: { gte: today } } }),
    // Only one's own: the facts tell an amount.
    prisma.case.findFirst({ where: { id: caseId, process, applicantId }, select: { facts: true } }),
  ]);
  return {
    unitId,
    dualQualified,
    fundedPrograms: programs.map(({ number, facts, businessState }) => ({
      number,
      programCode: String((facts as { programCode?: string }).programCode ?? ''),
      awarded: businessState !== null,
    })),
    ...(sent && { submittedFacts: sent.facts as NonNullable<UnitRecord['submittedFacts']> }),
  };
}

/** Money was awarded and not given back before any was paid. */
const FUNDED = ['awarded', 'paying', 'paid', 'rectifying', 'clawing-back', 'clawed-back', 'completed'];
