/** 新设特色专业资金支持, clauses 三(四)2 and 四(三) of the plan. */
import { maskBankAccount } from '../masks.ts';
import { formatYuan, percentText, sumFen } from '../money.ts';
import type { Fact, ProcessDefinition } from '../process.ts';
import { isSchool } from '../schools.ts';
import { checkFunding } from './checks.ts';
import { fundingFacts } from './facts.ts';
import { type FundingForm, fundingForm } from './form.ts';
import { fundingRules } from './rules.ts';
import { programLevelNames } from './words.ts';

export const programFunding: ProcessDefinition<FundingForm> = {
  slug: 'program-funding',
  prefix: 'ZX',
  name: { zh: '新设特色专业资金支持', en: 'Funding of new programs' },
  summary: {
    zh: '学校为新设的主导产业专业申请职业教育发展基金：形式审查、部门会签、专家评审、区教委审定、联席会议审定、公示、立项、分期拨付、绩效评价。',
    en: 'Schools ask the fund to support a new program for a leading industry: reviews, countersign, scoring, notice, award, payments, evaluation.',
  },
  clause: '三(四)2；四(三)',
  applicantRoles: ['clerk'],
  appliesFrom: isSchool,
  // A school may have several programs under way, but each only once.
  oneOpenCase: false,
  openKey: ({ program }, { unitId }) => `${unitId}:${program.code}`,
  form: fundingForm,

  options: (policy) => ({
    'program.industry': policy.processes['program-funding'].industries.map(({ id, name }) => ({ value: id, ...name })),
  }),

  check: checkFunding,
  looksAtUnit: true,
  rules: fundingRules,
  facts: fundingFacts,

  title: ({ program, budget }) =>
    `${program.school}：${program.name}专业新设资金 ${formatYuan(budget.requestedFen)} 元`,

  keyFacts: (form) => [schoolFact(form), programFact(form), requestFact(form), teachersFact(form), enrolmentFact(form)],

  // Nobody is named and no account; the amount awarded is known when the notice is published.
  publicFacts: (form, decided) => [
    schoolFact(form),
    programFact(form),
    { label: { zh: '首次招生', en: 'First intake' }, value: String(form.program.firstIntakeYear) },
    amountFact({ zh: '申请资金', en: 'Requested' }, form.budget.requestedFen),
    ...(decided?.awardedFen === undefined
      ? []
      : [amountFact({ zh: '拟支持资金', en: 'To be awarded' }, decided.awardedFen)]),
  ],

  fileIds: ({ evidence }) => [...new Set(Object.values(evidence).flat())],

  relatedUnits: ({ demand }) => [...new Set(demand.partners.map(({ enterprise }) => enterprise))],

  masked: (form) => ({
    ...form,
    payee: { ...form.payee, accountNumber: maskBankAccount(form.payee.accountNumber) },
  }),
};

const schoolFact = ({ program }: FundingForm): Fact => ({
  label: { zh: '学校', en: 'School' },
  value: program.school,
});

function programFact({ program }: FundingForm): Fact {
  const level = programLevelNames[program.level];
  return {
    label: { zh: '专业', en: 'Program' },
    value: `${program.name}（${program.code}，${level.zh}）`,
    valueEn: `${program.name} (${program.code}, ${level.en})`,
  };
}

const amountFact = (label: Fact['label'], fen: number): Fact => ({
  label,
  value: `${formatYuan(fen)} 元`,
  valueEn: `${formatYuan(fen)} yuan`,
});

function requestFact({ budget }: FundingForm): Fact {
  const { lines, requestedFen } = budget;
  const equipment = sumFen(lines.filter(({ category }) => category === 'equipment').map(({ amountFen }) => amountFen));
  const share = percentText(equipment, requestedFen, 'up');
  return {
    label: { zh: '申请资金', en: 'Requested' },
    value: `${formatYuan(requestedFen)} 元（${lines.length} 项，设备占 ${share} %）`,
    valueEn: `${formatYuan(requestedFen)} yuan (${lines.length} lines, ${share} % equipment)`,
  };
}

function teachersFact({ teachers: { dualQualified, fullTime } }: FundingForm): Fact {
  const share = fullTime === 0 ? undefined : percentText(dualQualified, fullTime, 'down');
  return {
    label: { zh: '双师型教师', en: 'Dual-qualified teachers' },
    value: `${dualQualified}/${fullTime} 人${share ? `（${share} %）` : ''}`,
    valueEn: `${dualQualified} of ${fullTime}${share ? ` (${share} %)` : ''}`,
  };
}

function enrolmentFact({ training: { enrolment } }: FundingForm): Fact {
  const years = enrolment.toSorted((a, b) => a.year - b.year);
  return {
    label: { zh: '招生计划', en: 'Enrolment' },
    value: years.map(({ year, students }) => `${year} 年 ${students} 人`).join('，') || '无',
    valueEn: years.map(({ year, students }) => `${year}: ${students}`).join(', ') || 'none',
  };
}
