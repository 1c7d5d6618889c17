/** Who may see a meeting: the office, its member units, whoever had a turn in it. Everybody else learns that nothing is there. */
import type { Prisma as Types } from '../../prisma/generated/client.ts';
import type { CaseRules, Role } from '../../processes/case.ts';
import type { MeetingForm } from '../../processes/joint-meeting/form.ts';
import type { Asker, Membership } from '../asker.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';

/** People of a unit who are no part of its office. */
const NOT_OF_THE_OFFICE: readonly Role[] = ['teacher', 'expert'];

const include = { case: { include: { assignments: true, visits: true } } } as const;
export type MeetingRecord = Types.MeetingGetPayload<object> & {
  file: Types.CaseGetPayload<(typeof include)['case']>;
  form: MeetingForm;
  rules: CaseRules;
};

export interface MeetingSight {
  /** Secretariat: sets the agenda, writes the minutes, sees everything. */
  office: boolean;
  /** Reads everything, changes nothing: auditors, the office's leader and administrator. */
  oversees: boolean;
  /** Member units the asker belongs to, or stands in for. */
  units: ReadonlySet<string>;
}

export async function enterMeeting(
  { prisma, policy, security }: Needs,
  asker: Asker,
  caseId: string,
  ip: string,
): Promise<{ meeting: MeetingRecord; sight: MeetingSight }> {
  const [row, file] = await Promise.all([
    prisma.meeting.findUnique({ where: { caseId } }),
    prisma.case.findUnique({ where: { id: caseId }, include: include.case.include }),
  ]);
  if (!row || !file) throw new Problem('NotFound');
  const meeting = {
    ...row,
    file,
    form: file.form as unknown as MeetingForm,
    rules: file.rules as unknown as CaseRules,
  };
  const sight = sightOf(asker, row.memberIds, policy.processes['joint-meeting'].secretariat);
  const hadTurn = file.assignments.some(({ personId, decidedById }) => [personId, decidedById].includes(asker.id));
  if (sight.office || sight.oversees || sight.units.size > 0 || hadTurn) return { meeting, sight };
  await security({ action: 'access-refused', userId: asker.id, target: `meeting ${caseId}`, ip });
  throw new Problem('NotFound');
}

export function sightOf(
  asker: Asker,
  memberIds: readonly string[],
  { unitId, role }: { unitId: string; role: Role },
): MeetingSight {
  const held = membershipsOf(asker);
  const of = (...roles: Role[]) => held.some((mine) => mine.unitId === unitId && roles.includes(mine.role));
  return {
    office: of(role),
    oversees: of('leader', 'administrator') || asker.memberships.some((mine) => mine.role === 'auditor'),
    units: new Set(unitsOf(asker).filter((unit) => memberIds.includes(unit))),
  };
}

/** Units in whose office the asker sits. */
export const unitsOf = (asker: Asker): string[] => [
  ...new Set(
    membershipsOf(asker)
      .filter(({ role }) => !NOT_OF_THE_OFFICE.includes(role))
      .map(({ unitId }) => unitId),
  ),
];

/** One's own, and those of the people one stands in for in this process. */
const membershipsOf = (asker: Asker): Membership[] => [
  ...asker.memberships,
  ...asker.standIns
    .filter(({ processes }) => processes.length === 0 || processes.includes('joint-meeting'))
    .flatMap(({ memberships }) => memberships),
];
