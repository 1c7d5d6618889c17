import type { AssignmentState, BusinessState, CaseState } from '../../processes/case.ts';
import { assignmentStateNames, businessStateNames, caseStateNames } from '../../processes/names.ts';
import { useWords } from '../words/language.ts';

const caseTone: Record<CaseState, string> = {
  'in-review': 'info',
  'awaiting-correction': 'amber',
  returned: 'amber',
  'on-notice': 'jade',
  objection: 'amber',
  approved: 'ok',
  rejected: 'seal',
  withdrawn: '',
  lapsed: '',
  terminated: '',
  archived: '',
};
const businessTone: Record<BusinessState, string> = {
  certified: 'ok',
  expired: 'amber',
  revoked: 'seal',
  awarded: 'ok',
  paying: 'info',
  paid: 'ok',
  rectifying: 'amber',
  'clawing-back': 'amber',
  'clawed-back': 'seal',
  released: '',
  completed: 'ok',
  'carrying-out': 'info',
  'closed-out': 'ok',
  published: 'ok',
  'in-force': 'ok',
  suspended: 'amber',
  ended: '',
  'ended-early': 'seal',
};

export function CaseStateTag({ state, business }: { state: CaseState; business: BusinessState | null }) {
  const { say } = useWords();
  return business ? (
    <span className={`tag ${businessTone[business]}`}>{say(businessStateNames[business])}</span>
  ) : (
    <span className={`tag ${caseTone[state]}`}>{say(caseStateNames[state])}</span>
  );
}

const assignmentTone: Partial<Record<AssignmentState, string>> = {
  approved: 'ok',
  returned: 'amber',
  rejected: 'seal',
  open: 'info',
};

export function AssignmentStateTag({ state }: { state: AssignmentState }) {
  const { say } = useWords();
  return <span className={`tag ${assignmentTone[state] ?? ''}`}>{say(assignmentStateNames[state])}</span>;
}
