import type { AwardStage } from '../../processes/case.ts';
import type { CaseFile } from './case-file.ts';
import type { CaseFund } from './case-fund.ts';
import type { StageOutcome, Step } from './in-order.ts';

/** 立项: what was reserved is committed to the program. Nobody has a turn; the reports count from here. */
export const award = (slug: string, fund: CaseFund): Step => ({
  slug,
  run: (file) => runAward(file, file.stage(slug, 'award'), fund),
});

async function runAward(file: CaseFile, stage: AwardStage, fund: CaseFund): Promise<StageOutcome> {
  const visit = file.enter(stage, 'approved');
  await fund.commit();
  const facts = { awardedFen: fund.awardedFen };
  file.event('fund-committed', { ...visit, facts });
  file.leave(visit, 'passed', facts);
  file.push({ kind: 'move-case', state: 'approved', stage: stage.slug, businessState: 'awarded' });
  file.push({ kind: 'notify', notification: 'award-granted', to: { applicant: true }, ...visit, facts });
  return { kind: 'passed' };
}
