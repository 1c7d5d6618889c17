import { defect, kept } from '../findings.ts';
import { formatYuan } from '../money.ts';
import type { CheckContext, Finding } from '../process.ts';
import { fundingFacts } from './facts.ts';
import type { FundingForm } from './form.ts';
import type { FundingPolicy } from './policy.ts';

/** A banned school cannot apply. */
export function schoolNotBanned({ unitId, today }: CheckContext, { bannedSchools }: FundingPolicy): Finding[] {
  if (unitId === undefined) return [];
  const ban = bannedSchools.schools.find(
    ({ school, until }) => school === unitId && (until === undefined || until >= today),
  );
  const rule = { rule: 'school-not-banned', clause: ban?.clause ?? bannedSchools.clause, path: 'program.school' };
  if (!ban) return [kept(rule, { zh: '申请学校未被禁止申报', en: 'The school is not barred from applying' })];
  const { name, reason, until } = ban;
  return [
    defect(rule, {
      zh: `${name.zh}${until ? `在 ${until} 前` : ''}不得申报：${reason.zh}`,
      en: `${name.en} may not apply${until ? ` until ${until}` : ''}: ${reason.en}`,
    }),
  ];
}

/** 同校同专业只支持一次, also while another application is open. */
export function fundedOnce(
  { program }: FundingForm,
  { fundedPrograms }: CheckContext,
  policy: FundingPolicy,
): Finding[] {
  if (fundedPrograms === undefined) return [];
  const rule = { rule: 'funded-once', clause: policy.fundedOnce.clause, path: 'program.code' };
  const [before] = fundedPrograms
    .filter(({ programCode }) => programCode === program.code)
    .toSorted((a, b) => Number(b.awarded) - Number(a.awarded));
  if (!before)
    return [
      kept(rule, {
        zh: `本校专业 ${program.code} 未获过支持，也没有在办申请`,
        en: `Program ${program.code} of this school was not funded before and has no open application`,
      }),
    ];
  return [
    defect(
      rule,
      before.awarded
        ? {
            zh: `本校专业 ${program.code} 已获支持（${before.number}），同校同专业只支持一次`,
            en: `Program ${program.code} of this school was funded before (${before.number}); it is funded once`,
          }
        : {
            zh: `本校专业 ${program.code} 已有在办申请 ${before.number}，同校同专业只支持一次`,
            en: `Program ${program.code} of this school has an open application ${before.number}; it is funded once`,
          },
    ),
  ];
}

/** A correction mends the papers: what was applied for stays, so that the limits and the panel of the case still fit it. */
export function correctionKeeps(form: FundingForm, { submittedFacts }: CheckContext, policy: FundingPolicy): Finding[] {
  if (submittedFacts === undefined) return [];
  const rule = { rule: 'correction-keeps', clause: policy.correctionKeeps.clause };
  const now = fundingFacts(form);
  const changed = (Object.keys(keptOnCorrection) as (keyof typeof keptOnCorrection)[]).filter(
    (fact) => submittedFacts[fact] !== now[fact],
  );
  if (changed.length === 0)
    return [
      kept(rule, {
        zh: '申请金额、专业和产业与首次提交时一致',
        en: 'Amount, program and industry are as first applied for',
      }),
    ];
  return changed.map((fact) => {
    const { path, zh, en } = keptOnCorrection[fact];
    const before = sayFact(submittedFacts[fact]);
    return defect(
      { ...rule, path },
      {
        zh: `补正不能变更${zh}：原为 ${before}，现为 ${sayFact(now[fact])}；确需变更请撤回后重新申请`,
        en: `A correction cannot change the ${en}: ${before} before, ${sayFact(now[fact])} now; withdraw and apply anew instead`,
      },
    );
  });
}

const keptOnCorrection = {
  requestedFen: { path: 'budget.requestedFen', zh: '申请资金', en: 'amount requested' },
  programCode: { path: 'program.code', zh: '专业', en: 'program' },
  industry: { path: 'program.industry', zh: '服务的产业', en: 'industry' },
  level: { path: 'program.level', zh: '办学层次', en: 'level' },
};

const sayFact = (fact: string | number | boolean | undefined): string =>
  typeof fact === 'number' ? formatYuan(fact) : String(fact ?? '—');
