import { pledgeMade } from '../evidence-checks.ts';
import { defect, forAPerson, kept } from '../findings.ts';
import { formatYuan, percentText, shareAtLeast, sumFen } from '../money.ts';
import type { CheckContext, Finding } from '../process.ts';
import type { SchoolIncomeForm } from './form.ts';
import type { SchoolIncomePolicy } from './policy.ts';

/** The rules on a year's income: sums and the share of the development fund block sending, to the fen. */
export function checkSchoolIncome(form: SchoolIncomeForm, context: CheckContext): Finding[] {
  const policy = context.policy.processes['school-income'];
  return [
    yearOver(form, context, policy),
    ...onceAYear(form, context, policy),
    ...sourcesKnown(form, policy),
    sumsUp(form, policy),
    developmentShare(form, policy),
    usesAddUp(form, policy),
    ...evidenceAttached(form, policy),
    pledgeMade(form, policy.pledge.clause),
  ];
}

/** A year is declared when it is over, and by its due day. */
function yearOver(
  { school: { year } }: SchoolIncomeForm,
  { today }: CheckContext,
  { due }: SchoolIncomePolicy,
): Finding {
  const rule = { rule: 'year-over', clause: due.clause, path: 'school.year' };
  if (year >= Number(today.slice(0, 4)))
    return defect(rule, { zh: `${year} 年度结束后申报`, en: `${year} is declared when it is over` });
  const by = `${year + 1}-${due.by}`;
  return today <= by
    ? kept(rule, { zh: `${year} 年度，${by} 前申报`, en: `${year}, declared by ${by}` })
    : forAPerson(rule, { zh: `${year} 年度应于 ${by} 前申报，已逾期`, en: `${year} was to be declared by ${by}` });
}

/** A second declaration of a year corrects the first, and says why. */
function onceAYear(
  { school: { year }, correction }: SchoolIncomeForm,
  { incomeYears }: CheckContext,
  policy: SchoolIncomePolicy,
): Finding[] {
  const before = incomeYears?.find((declared) => declared.year === year);
  if (!before) return [];
  const rule = { rule: 'once-a-year', clause: policy.onceAYear.clause, path: 'correction.reason' };
  return [
    correction.reason
      ? kept(rule, { zh: `更正 ${before.number}，已说明原因`, en: `Corrects ${before.number}, with its reason` })
      : defect(rule, {
          zh: `${year} 年度已申报（${before.number}），再次申报为更正，须说明原因`,
          en: `${year} was declared (${before.number}): a correction states its reason`,
        }),
  ];
}

function sourcesKnown({ income }: SchoolIncomeForm, policy: SchoolIncomePolicy): Finding[] {
  const rule = { rule: 'sources', clause: policy.clause };
  if (income.sources.length === 0)
    return [defect({ ...rule, path: 'income.sources' }, { zh: '请填写收入明细', en: 'List the income' })];
  const unknown = income.sources.flatMap(({ source }, index) =>
    policy.sources.some(({ id }) => id === source)
      ? []
      : defect(
          { ...rule, path: `income.sources.${index}.source` },
          {
            zh: `收入明细第 ${index + 1} 行：请选择所列来源`,
            en: `Income, row ${index + 1}: choose one of the sources`,
          },
        ),
  );
  if (unknown.length > 0) return unknown;
  return [kept(rule, { zh: `收入明细 ${income.sources.length} 行`, en: `${income.sources.length} lines of income` })];
}

function sumsUp({ income }: SchoolIncomeForm, policy: SchoolIncomePolicy): Finding {
  const rule = { rule: 'lines-add-up', clause: policy.clause, path: 'income.totalFen' };
  const sum = sumFen(income.sources.map(({ amountFen }) => amountFen));
  const message = {
    zh: `各行合计 ${formatYuan(sum)} 元，收入合计 ${formatYuan(income.totalFen)} 元`,
    en: `The lines add up to ${formatYuan(sum)} yuan, the total stated is ${formatYuan(income.totalFen)}`,
  };
  return sum === income.totalFen ? kept(rule, message) : defect(rule, message);
}

/** At least its share goes to the development fund: 59.99 % is not 60 %. */
function developmentShare({ income, use }: SchoolIncomeForm, { developmentFund }: SchoolIncomePolicy): Finding {
  const { atLeastPercent, clause } = developmentFund;
  const rule = { rule: 'development-fund', clause, path: 'use.developmentFundFen' };
  const [part, total] = [use.developmentFundFen, income.totalFen];
  const share = percentText(part, total, 'down');
  const message = {
    zh: `学校发展基金 ${formatYuan(part)} 元，占收入 ${share} %，不低于 ${atLeastPercent}.00 %`,
    en: `${formatYuan(part)} yuan to the development fund, ${share} % of the income; at least ${atLeastPercent}.00 %`,
  };
  return shareAtLeast(part, total, atLeastPercent, 100) ? kept(rule, message) : defect(rule, message);
}

/** What the fund does not get is performance pay, to the fen. */
function usesAddUp({ income, use }: SchoolIncomeForm, { performancePay }: SchoolIncomePolicy): Finding {
  const rule = { rule: 'uses-add-up', clause: performancePay.clause, path: 'use.performancePayFen' };
  const sum = sumFen([use.developmentFundFen, use.performancePayFen]);
  const message = {
    zh: `使用合计 ${formatYuan(sum)} 元，收入合计 ${formatYuan(income.totalFen)} 元`,
    en: `The uses add up to ${formatYuan(sum)} yuan, the income to ${formatYuan(income.totalFen)}`,
  };
  return sum === income.totalFen ? kept(rule, message) : defect(rule, message);
}

function evidenceAttached({ evidence, use }: SchoolIncomeForm, policy: SchoolIncomePolicy): Finding[] {
  const rule = { rule: 'evidence', clause: policy.evidence.clause };
  const missing: Finding[] = [];
  if (evidence.accounts.length === 0)
    missing.push(
      defect(
        { ...rule, path: 'evidence.accounts' },
        { zh: '缺少证明材料：收入明细账与决算', en: 'Evidence is missing: accounts of the income' },
      ),
    );
  if (use.performancePayFen > 0 && evidence.distribution.length === 0)
    missing.push(
      defect(
        { ...rule, path: 'evidence.distribution' },
        { zh: '缺少证明材料：分配办法及会议纪要（有超额绩效须提供）', en: 'Evidence is missing: plan of distribution' },
      ),
    );
  return missing.length > 0
    ? missing
    : [kept(rule, { zh: '所需证明材料齐全', en: 'All required evidence is attached' })];
}
