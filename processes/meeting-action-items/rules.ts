import type { CaseRules, Holder, TaskStage } from '../case.ts';
import { durationMs } from '../duration.ts';
import type { Policy } from '../policy.ts';
import type { ActionItemForm } from './form.ts';

/** The rules an item carries: acceptance by its contact, the work until its due date, close-out by the secretariat (四(二)). */
export function actionItemRules(policy: Policy, _applicant: { unitId: string }, form?: ActionItemForm): CaseRules {
  const items = policy.processes['meeting-action-items'];
  const secretariat: Holder = { kind: 'role', ...items.secretariat };
  const task = taskStage(policy, form, secretariat);
  return {
    policyVersion: policy.version,
    stages: [
      {
        kind: 'review',
        slug: 'acceptance',
        name: { zh: '牵头单位认领', en: 'Acceptance by the lead' },
        clause: items.acceptance.clause,
        deadline: items.acceptance.deadline,
        holder: task.contact,
        mayReturn: true,
        mayReject: false,
      },
      task,
      {
        kind: 'review',
        slug: 'close-out',
        name: { zh: '销号', en: 'Close-out' },
        clause: items.closeOut.clause,
        deadline: items.closeOut.deadline,
        holder: secretariat,
        mayReturn: true,
        mayReject: false,
      },
    ],
    correction: policy.correction && {
      deadline: policy.correction.deadline,
      stopsClock: policy.correction.stopsClock,
      lapses: false,
    },
    // The policy schema has refused anything that is not a duration.
    urgeIntervalMs: durationMs(policy.urge.interval)!,
    spreadMs: durationMs(policy.spread.cap)!,
    administrator: { kind: 'role', ...policy.administrator },
    // Who made the item also closes it: the one who may not is the lead.
    applicantMayDecide: true,
  };
}

function taskStage(policy: Policy, form: ActionItemForm | undefined, secretariat: Holder): TaskStage {
  const items = policy.processes['meeting-action-items'];
  const lead = form?.units.lead[0]?.unitId ?? items.secretariat.unitId;
  const inUnit = (unitId: string, role: 'clerk' | 'reviewer' | 'leader' | 'principal'): Holder => ({
    kind: 'role',
    unitId,
    role,
  });
  const person = (userId: string): Holder => ({ kind: 'person', userId });
  const leaderRole = items.leader[policy.units.some(({ id }) => id === lead) ? 'department' : 'school'];
  const leader = form?.units.leaderId ? person(form.units.leaderId) : inUnit(lead, leaderRole);
  return {
    kind: 'task',
    slug: 'carrying-out',
    name: { zh: '推进落实', en: 'Carrying out' },
    clause: items.clause,
    // The stage ends on the item's due date (`dueOn`), whenever it opens.
    deadline: { days: 1 },
    leadUnitId: lead,
    contact: form?.units.contactId ? person(form.units.contactId) : inUnit(lead, items.contact.role),
    leader,
    supporting: (form?.units.supporting ?? []).map(({ unitId, name }) => ({
      holder: inUnit(unitId, items.contact.role),
      name: { zh: name, en: name },
    })),
    dueOn: form?.time.dueOn ?? '',
    milestones: form?.time.milestones.length ?? 0,
    extension: {
      atMost: items.extension.atMost,
      clause: items.extension.clause,
      approvals: [
        { holder: leader, deadline: items.extension.leader.deadline },
        { holder: secretariat, deadline: items.extension.secretariat.deadline },
      ],
    },
    confirmation: items.confirmation.deadline,
    reopening: items.reopening.deadline,
    reminders: {
      beforeWorkingDays: items.reminders.beforeWorkingDays,
      leaderEveryWorkingDays: items.reminders.leaderEveryWorkingDays,
    },
  };
}
