/** Everything the product runs, and small processes that use one step each, for tests of the steps themselves. */
export * from '../../workflows/index.ts';
import type { CaseOutcome } from '../../processes/case.ts';
import type { CaseInput } from '../../workflows/messages.ts';
import { countersign } from '../../workflows/steps/countersign.ts';
import { inOrder, type Step } from '../../workflows/steps/in-order.ts';
import { panel } from '../../workflows/steps/panel.ts';
import { review } from '../../workflows/steps/review.ts';
import { closeUnpassed, runCase } from '../../workflows/steps/run-case.ts';

/** Reviews, countersigns and panels in the order of the case's rules, then approved. */
export function trial(input: CaseInput): Promise<CaseOutcome> {
  const steps = input.rules.stages.flatMap(({ kind, slug }): Step[] => {
    if (kind === 'review') return [review(slug)];
    if (kind === 'countersign') return [countersign(slug)];
    return kind === 'panel' ? [panel(slug)] : [];
  });
  return runCase(input, async (file) => {
    const series = await inOrder(file, steps);
    if (series.kind !== 'passed') return closeUnpassed(file, series);
    file.event('approved');
    file.push({ kind: 'move-case', state: 'approved', stage: null, closes: true });
    return { kind: 'approved' };
  });
}
