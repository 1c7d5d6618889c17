import type { DecideAction } from '../../api/contract/actions.ts';
import type { DecisionBody } from '../../api/contract/assignments.ts';
import type { Office } from './office.ts';

/** The one open turn of somebody on a case, as their page offers it. */
export async function offeredTo(office: Office, login: string, caseId: string): Promise<DecideAction> {
  const { actions } = await (await office.as(login)).getCase({ params: { id: caseId } });
  const turn = actions.find((action): action is DecideAction => action.kind === 'decide');
  if (!turn) throw new Error(`${login} has nothing to decide`);
  return turn;
}

/** Decides that turn; agrees where nothing else is said. */
export async function decideAs(office: Office, login: string, caseId: string, body: Partial<DecisionBody> = {}) {
  const { assignmentId } = await offeredTo(office, login, caseId);
  const api = await office.as(login);
  return api.decideAssignment({ params: { id: assignmentId }, body: { verdict: 'approve', ...body } });
}
