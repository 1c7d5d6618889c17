import type { CaseRules, EngagementStage } from '../../processes/case.ts';

/** The stage of the post in force that its case carries. */
export function engagementStage(rules: CaseRules): EngagementStage {
  const stage = rules.stages.find(({ kind }) => kind === 'engagement');
  if (stage?.kind !== 'engagement') throw new Error('the rules of a registered post have no engagement stage');
  return stage;
}
