/** 兼职备案与收入, clause 三(三)4 of the plan. */
import { formatYuan } from '../money.ts';
import type { Fact, ProcessDefinition } from '../process.ts';
import { checkPartTime } from './checks.ts';
import { engagementTerms, partTimeFacts } from './facts.ts';
import { type PartTimeForm, partTimeForm } from './form.ts';
import { partTimeRules } from './rules.ts';
import { kindNames } from './words.ts';

export const partTimeIncome: ProcessDefinition<PartTimeForm> = {
  slug: 'part-time-income',
  prefix: 'JZ',
  name: { zh: '教师兼职备案与收入申报', en: 'Part-time posts and their income' },
  summary: {
    zh: '教师申请校外兼职：学校审核、集体研究、校内公示、学校审批（领导干部由区教委审批）、区教委和区人力社保局备案；在期内按期申报收入。',
    en: 'Teachers apply for a post outside the school: reviews, notice, approval, registration; while it lasts they declare the income.',
  },
  clause: '三(三)4',
  applicantRoles: ['teacher'],
  // Several posts may be applied for at once; the limits hold over all of them.
  oneOpenCase: false,
  form: partTimeForm,

  options: (policy) => ({
    'host.sector': policy.processes['part-time-income'].sectors.map(({ id, name }) => ({ value: id, ...name })),
  }),

  check: checkPartTime,
  looksAtPosts: true,
  rules: partTimeRules,
  facts: partTimeFacts,
  engagement: engagementTerms,

  title: ({ teacher, host }) => `${teacher.name}：在${host.name}兼职`,

  keyFacts: (form) => [nameFact(form), hostFact(form), postFact(form), termFact(form), hoursFact(form), payFact(form)],

  // Colleagues learn where and when, not for how much.
  publicFacts: (form) => [
    nameFact(form),
    hostFact(form),
    postFact(form),
    termFact(form),
    hoursFact(form),
    {
      label: { zh: '是否取酬', en: 'Paid' },
      value: form.pay.paid ? '取酬' : '不取酬',
      valueEn: form.pay.paid ? 'yes' : 'no',
    },
  ],

  fileIds: ({ evidence }) => [...new Set(Object.values(evidence).flat())],

  // Nothing on this form is masked on screens: it asks for no ID number, phone or account.
  masked: (form) => form,
};

const nameFact = ({ teacher }: PartTimeForm): Fact => ({
  label: { zh: '申请人', en: 'Applicant' },
  value: `${teacher.name}${teacher.leader ? '（领导干部）' : ''}`,
  valueEn: `${teacher.name}${teacher.leader ? ' (leader)' : ''}`,
});

function hostFact({ host }: PartTimeForm): Fact {
  const kind = kindNames[host.kind];
  return {
    label: { zh: '兼职单位', en: 'Host' },
    value: `${host.name}（${kind.zh}）`,
    valueEn: `${host.name} (${kind.en})`,
  };
}

const postFact = ({ post }: PartTimeForm): Fact => ({ label: { zh: '职务', en: 'Post' }, value: post.title });

const termFact = ({ post }: PartTimeForm): Fact => ({
  label: { zh: '期限', en: 'Term' },
  value: `${post.from} 至 ${post.to}`,
  valueEn: `${post.from} to ${post.to}`,
});

const hoursFact = ({ post: { hoursPerWeek, workingTimeHours } }: PartTimeForm): Fact => ({
  label: { zh: '时间', en: 'Time' },
  value: `每周 ${hoursPerWeek} 小时，其中工作时间 ${workingTimeHours} 小时`,
  valueEn: `${hoursPerWeek} hours a week, ${workingTimeHours} of them in working time`,
});

function payFact({ pay: { paid, yearlyFen, equityFen } }: PartTimeForm): Fact {
  const [yearly, equity] = [formatYuan(yearlyFen), formatYuan(equityFen)];
  return {
    label: { zh: '报酬', en: 'Pay' },
    value: paid ? `每年 ${yearly} 元${equityFen > 0 ? `，股权 ${equity} 元` : ''}` : '不取酬',
    valueEn: paid ? `${yearly} yuan a year${equityFen > 0 ? `, equity ${equity} yuan` : ''}` : 'unpaid',
  };
}
