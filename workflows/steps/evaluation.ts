import type { VisitKey } from '../../activities/cases/transition.ts';
import type { EvaluationStage } from '../../processes/case.ts';
import { gradeOf } from '../../processes/program-funding/grades.ts';
import type { CaseFile, Turn } from './case-file.ts';
import type { CaseFund } from './case-fund.ts';
import { clawback } from './clawback.ts';
import type { StageOutcome, Step } from './in-order.ts';

/** 绩效评价: a score and its grade. The lowest grade asks for rectification, and what is not rectified in time may cost the money. */
export const evaluation = (slug: string, fund: CaseFund): Step => ({
  slug,
  run: (file) => runEvaluation(file, file.stage(slug, 'evaluation'), fund),
});

async function runEvaluation(file: CaseFile, stage: EvaluationStage, fund: CaseFund): Promise<StageOutcome> {
  const visit = file.enter(stage, 'approved');
  file.assign(visit, { purpose: 'evaluate', holder: stage.holder });
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind !== 'decided') continue;
    const score = Number(turn.decision.data?.score);
    const facts = { score, grade: gradeOf(score, stage.grades).grade };
    file.event('evaluated', { ...visit, facts });
    file.push({ kind: 'notify', notification: 'evaluation-concluded', to: { applicant: true }, ...visit, facts });
    if (facts.grade !== 'fail') return passed(file, visit, facts);

    const mended = await rectified(file, visit, stage);
    if (mended.kind === 'ended') return mended;
    if (mended.kind === 'rectified') return passed(file, visit, facts);
    const claimed = await clawback(file, visit, stage, fund, 'approved');
    if (claimed.kind === 'ended') return claimed;
    if (claimed.kind === 'waived') return passed(file, visit, facts);
    file.leave(visit, 'rejected', { ...facts, clawedBackFen: claimed.amountFen });
    return { kind: 'passed' };
  }
}

/** 整改: the funded unit says what it mended, the acceptor whether it did. A period that lapses is a failure. */
async function rectified(
  file: CaseFile,
  visit: VisitKey,
  { rectification }: EvaluationStage,
): Promise<{ kind: 'rectified' | 'failed' } | Extract<Turn, { kind: 'ended' }>> {
  const { author, deadline, acceptor, acceptance } = rectification;
  file.event('rectification-opened', { ...visit });
  file.push({ kind: 'move-case', state: 'approved', stage: visit.stage, businessState: 'rectifying' });
  const task = file.assign(visit, { purpose: 'rectify', holder: author, due: deadline });
  for (let awaited: string | undefined = task.id; ;) {
    const turn = await file.turn(awaited);
    if (turn.kind === 'ended') return turn;
    if (turn.kind === 'due') {
      file.dismiss(visit, 'cancelled');
      file.event('rectification-lapsed', { ...visit });
      return { kind: 'failed' };
    }
    if (turn.kind !== 'decided') continue;
    if (turn.assignment.purpose !== 'rectify')
      return { kind: turn.decision.verdict === 'approve' ? 'rectified' : 'failed' };
    awaited = undefined;
    file.assign(visit, { purpose: 'accept', holder: acceptor, due: acceptance });
  }
}

function passed(file: CaseFile, visit: VisitKey, result: Record<string, string | number>): StageOutcome {
  file.leave(visit, 'passed', result);
  return { kind: 'passed' };
}
