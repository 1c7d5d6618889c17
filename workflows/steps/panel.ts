import type { PanelStage } from '../../processes/case.ts';
import type { VisitKey } from '../../activities/cases/transition.ts';
import type { Decision } from '../messages.ts';
import type { CaseFile } from './case-file.ts';
import type { StageOutcome, Step } from './in-order.ts';
import { tally } from './tally.ts';

/**
 * 专家评审: drawn experts vote or score, each sealed until all are in; one who recuses (回避) is replaced by another draw.
 * When the draw falls short the convener names experts.
 */
export const panel = (slug: string): Step => ({
  slug,
  run: (file, resumes) => runPanel(file, file.stage(slug, 'panel'), resumes),
});

async function runPanel(file: CaseFile, stage: PanelStage, resumes?: number): Promise<StageOutcome> {
  const visit = file.enter(stage, 'in-review', resumes);
  const ballots: Decision[] = [];
  const out: string[] = [];
  await fill(file, stage, visit, stage.seats, out);
  while (ballots.length < stage.seats) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind !== 'decided') continue;
    const { decision, assignment } = turn;
    if (assignment.purpose === 'appoint-panel') appoint(file, stage, visit, decision, stage.seats - ballots.length);
    else if (decision.verdict === 'recuse') {
      out.push(decision.actor.userId);
      await fill(file, stage, visit, 1, out);
    } else ballots.push(decision);
  }
  file.dismiss(visit, 'skipped');
  const result = tally(stage.method, ballots);
  file.push({ kind: 'unseal', ...visit });
  file.event('panel-closed', { ...visit, facts: result });
  file.leave(visit, result.passed ? 'passed' : 'rejected', result);
  return { kind: result.passed ? 'passed' : 'rejected' };
}

/** Draws experts for empty seats; the draw itself is an effect, recorded with the transition that carries it. */
async function fill(file: CaseFile, stage: PanelStage, visit: VisitKey, seats: number, out: string[]): Promise<void> {
  const ids = Array.from({ length: seats }, () => file.nextAssignmentId());
  const purpose = ballotOf(stage);
  for (const id of ids) {
    file.book.open({ id, ...visit, purpose, holder: { kind: 'person', userId: '' }, signers: [] });
  }
  file.push({ kind: 'draw-panel', ids, purpose, exclude: out, ...visit, ...(stage.field && { field: stage.field }) });
  const written = await file.write();
  const drawn = written?.drawn ?? [];
  const missing = ids.filter((id) => !drawn.some((seat) => seat.id === id));
  for (const id of missing) file.book.forget(id);
  if (missing.length === 0) return;
  file.event('panel-short', { ...visit, facts: { missing: missing.length } });
  file.assign(visit, { purpose: 'appoint-panel', holder: stage.convener });
}

/** `empty`: seats without a ballot; those whose experts are still at it are not missing. */
function appoint(file: CaseFile, stage: PanelStage, visit: VisitKey, { actor, data }: Decision, empty: number): void {
  const experts = Array.isArray(data?.experts) ? data.experts : [];
  for (const userId of experts) {
    file.assign(visit, { purpose: ballotOf(stage), holder: { kind: 'person', userId }, sealed: true });
  }
  file.event('panel-appointed', { ...visit, actor, facts: { experts } });
  if (file.book.pending(visit).length < empty) file.assign(visit, { purpose: 'appoint-panel', holder: stage.convener });
}

const ballotOf = ({ method }: PanelStage) => (method.kind === 'vote' ? 'vote' : 'score');
