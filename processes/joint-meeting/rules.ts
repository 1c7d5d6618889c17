import type { Bilingual, CaseRules, Holder, Stage } from '../case.ts';
import { durationMs } from '../duration.ts';
import type { PolicyHolder } from '../policy-parts.ts';
import type { Policy } from '../policy.ts';
import type { MeetingForm } from './form.ts';

/** The units of a meeting: those the form names, in the policy's order; none named = every member. */
export function memberUnits(policy: Policy, form?: MeetingForm): string[] {
  const { units } = policy.processes['joint-meeting'].members;
  const named = new Set(form?.members.map(({ unit }) => unit));
  return named.size === 0 ? units : units.filter((unit) => named.has(unit));
}

/** The rules a meeting carries. Without a form they are those of a meeting of every member. */
export function meetingRules(policy: Policy, _applicant: { unitId: string }, form?: MeetingForm): CaseRules {
  return {
    policyVersion: policy.version,
    stages: stagesOf(policy, form),
    // Nothing of a meeting goes back to whoever opened it.
    correction: { deadline: policy.correction.deadline, stopsClock: false, lapses: false, atMost: 0 },
    // The policy schema has refused anything that is not a duration.
    urgeIntervalMs: durationMs(policy.urge.interval)!,
    spreadMs: durationMs(policy.spread.cap)!,
    administrator: held(policy.administrator),
    applicantMayDecide: true,
  };
}

function stagesOf(policy: Policy, form: MeetingForm | undefined): Stage[] {
  const { topics, agenda, minutes, countersign, publication, members, secretariat } = policy.processes['joint-meeting'];
  const office = held(secretariat);
  const units = memberUnits(policy, form).map((unitId) => ({ unitId, name: nameOf(policy, unitId) }));
  const readers = units.flatMap(({ unitId }): Holder[] => [
    { kind: 'role', unitId, role: members.topics },
    { kind: 'role', unitId, role: members.signs },
  ]);
  return [
    {
      kind: 'topics',
      slug: 'topics',
      name: { zh: '征集议题', en: 'Topics' },
      clause: topics.clause,
      deadline: { days: 1 },
      units: units.map(({ unitId, name }) => ({ holder: { kind: 'role', unitId, role: members.topics }, name })),
      until: form?.topics.dueOn ?? '2026-01-01',
    },
    {
      kind: 'drafting',
      slug: 'agenda',
      name: { zh: '编排议程', en: 'Agenda' },
      clause: agenda.clause,
      deadline: agenda.deadline,
      purpose: 'set-agenda',
      author: office,
      readers,
    },
    {
      kind: 'drafting',
      slug: 'minutes',
      name: { zh: '撰写纪要', en: 'Minutes' },
      clause: minutes.clause,
      deadline: minutes.deadline,
      purpose: 'write-minutes',
      author: office,
      readers: [],
      ...(form && { notBefore: form.meeting.heldOn }),
    },
    {
      kind: 'countersign',
      slug: 'members',
      name: { zh: '会签纪要', en: 'Countersign of the minutes' },
      clause: countersign.clause,
      deadline: countersign.deadline,
      units: units.map(({ unitId, name }) => ({ holder: { kind: 'role', unitId, role: members.signs }, name })),
      lead: office,
      // A meeting of fewer members than the quorum needs all of them.
      quorum:
        countersign.quorum === 'all'
          ? 'all'
          : { atLeast: Math.min(countersign.quorum.atLeast, Math.max(units.length, 1)) },
      coordination: countersign.coordination.deadline,
      rewrites: 'minutes',
    },
    {
      kind: 'publication',
      slug: 'publication',
      name: { zh: '纪要印发', en: 'Publication' },
      clause: publication.clause,
      deadline: publication.deadline,
      number: publication.number,
      readers,
    },
  ];
}

function held({ unitId, role }: PolicyHolder): Holder {
  return { kind: 'role', unitId, role };
}

const nameOf = (policy: Policy, unitId: string): Bilingual =>
  policy.units.find(({ id }) => id === unitId)?.name ?? { zh: unitId, en: unitId };
