/** 学校收入申报, clauses 四(三) and 三(三)4 of the plan. */
import { formatYuan, percentText } from '../money.ts';
import type { Fact, ProcessDefinition } from '../process.ts';
import { isSchool } from '../schools.ts';
import { checkSchoolIncome } from './checks.ts';
import { type SchoolIncomeForm, schoolIncomeForm } from './form.ts';
import { schoolIncomeRules } from './rules.ts';

export const schoolIncome: ProcessDefinition<SchoolIncomeForm> = {
  slug: 'school-income',
  prefix: 'SR',
  name: { zh: '学校收入申报', en: "A school's own income" },
  summary: {
    zh: '学校每年申报校企合作、技术服务、社会培训等收入及其使用：不低于 60 % 用于学校发展基金，其余可用于超额绩效；区教委、区财政局审核。',
    en: 'A school declares its own income of a year: at least 60 % to its development fund, the rest for performance pay; education and finance review it.',
  },
  clause: '四(三)；三(三)4',
  applicantRoles: ['clerk'],
  appliesFrom: isSchool,
  // One year at a time, but several years may be under way.
  oneOpenCase: false,
  openKey: ({ school }, { unitId }) => `${unitId}:${school.year}`,
  form: schoolIncomeForm,

  options: (policy) => ({
    'income.sources.source': policy.processes['school-income'].sources.map(({ id, name }) => ({ value: id, ...name })),
  }),

  check: checkSchoolIncome,
  looksAtIncomeYears: true,
  rules: schoolIncomeRules,
  facts: ({ school, income, use }) => ({
    year: school.year,
    totalFen: income.totalFen,
    developmentFundFen: use.developmentFundFen,
  }),

  schoolIncome: ({ school, income, use }, rules) => ({
    year: school.year,
    sources: income.sources.map(({ source, amountFen }) => ({ item: source, amountFen })),
    uses: [
      { item: 'development-fund', amountFen: use.developmentFundFen },
      { item: 'performance-pay', amountFen: use.performancePayFen },
    ],
    fundItem: 'development-fund',
    // A case carries it from its submission; there is none without.
    fundPercent: rules.developmentFundPercent!,
  }),

  title: ({ school, income, correction }) =>
    `${school.school}：${school.year} 年度收入 ${formatYuan(income.totalFen)} 元${correction.reason ? '（更正）' : ''}`,

  keyFacts: (form) => [
    ...publicFacts(form),
    ...(form.correction.reason
      ? [{ label: { zh: '更正原因', en: 'Reason of the correction' }, value: form.correction.reason }]
      : []),
  ],
  publicFacts,

  fileIds: ({ evidence }) => [...new Set(Object.values(evidence).flat())],

  // Amounts of an institution: nothing personal.
  masked: (form) => form,
};

function publicFacts({ school, income, use }: SchoolIncomeForm): Fact[] {
  const share = percentText(use.developmentFundFen, income.totalFen, 'down');
  const yuan = (fen: number, after = { zh: '', en: '' }) => ({
    value: `${formatYuan(fen)} 元${after.zh}`,
    valueEn: `${formatYuan(fen)} yuan${after.en}`,
  });
  return [
    { label: { zh: '学校', en: 'School' }, value: school.school },
    { label: { zh: '年度', en: 'Year' }, value: String(school.year) },
    { label: { zh: '收入合计', en: 'Income' }, ...yuan(income.totalFen) },
    {
      label: { zh: '学校发展基金', en: 'Development fund' },
      ...yuan(use.developmentFundFen, { zh: `（${share} %）`, en: ` (${share} %)` }),
    },
    { label: { zh: '超额绩效', en: 'Performance pay' }, ...yuan(use.performancePayFen) },
  ];
}
