/** 双师型教师认定, clause 三(三)2 of the plan. */
import { maskIdNumber } from '../masks.ts';
import type { Fact, ProcessDefinition } from '../process.ts';
import { checkCertification } from './checks.ts';
import { coOwnerNames } from './co-owners.ts';
import { type CertificationForm, certificationForm } from './form.ts';
import { practiceDays } from './practice-days.ts';
import { certificationRules } from './rules.ts';
import { courseTypeNames, levelNames, postNames, trackNames } from './words.ts';

export const teacherCertification: ProcessDefinition<CertificationForm> = {
  slug: 'teacher-certification',
  prefix: 'SS',
  name: { zh: '双师型教师认定', en: 'Dual-qualified teacher certification' },
  summary: {
    zh: '中职、高职教师申请初级、中级、高级双师型教师认定：学校初审、专家评议、公示、区教委认定、发证。',
    en: 'Teachers of vocational schools apply for certification as dual-qualified: school review, panel, notice, decision, certificate.',
  },
  clause: '三(三)2',
  applicantRoles: ['teacher'],
  oneOpenCase: true,
  form: certificationForm,

  options: (policy) => ({
    'application.criterion': policy.processes['teacher-certification'].criteria.map(({ id, text, tracks, levels }) => ({
      value: id,
      ...text,
      showWhen: [
        { path: 'application.track', in: tracks },
        { path: 'application.level', in: levels },
      ],
    })),
  }),

  check: checkCertification,
  rules: certificationRules,

  facts: ({ application, employment }) => ({
    track: application.track,
    level: application.level,
    post: employment.post,
    courseType: employment.courseType,
  }),

  title: (form) => `${form.applicant.name}：${grade(form).zh}双师型教师认定`,

  keyFacts: (form) => [
    nameFact(form),
    { label: { zh: '学校', en: 'School' }, value: form.applicant.school },
    gradeFact(form),
    teachingFact(form),
    practiceFact(form),
  ],

  // The name stands in full: a notice that does not say who is to be certified invites no objection. Nothing else identifies.
  publicFacts: (form) => [
    nameFact(form),
    { label: { zh: '学校', en: 'School' }, value: form.applicant.school },
    { label: { zh: '任教专业（学科）', en: 'Subject' }, value: form.employment.subject },
    gradeFact(form),
  ],

  fileIds: ({ evidence }) => [...new Set(Object.values(evidence).flat())],

  relatedNames: coOwnerNames,

  certificate: ({ applicant, application, employment }) => ({
    holderName: applicant.name,
    track: application.track,
    level: application.level,
    subject: employment.subject,
  }),

  masked: (form) => ({ ...form, applicant: { ...form.applicant, idNumber: maskIdNumber(form.applicant.idNumber) } }),
};

const grade = ({ application: { track, level } }: CertificationForm) => ({
  zh: `${trackNames[track].zh}${levelNames[level].zh}`,
  en: `${levelNames[level].en}, ${trackNames[track].en}`,
});

const nameFact = (form: CertificationForm): Fact => ({
  label: { zh: '申请人', en: 'Applicant' },
  value: form.applicant.name,
});

function gradeFact(form: CertificationForm): Fact {
  const { zh, en } = grade(form);
  return { label: { zh: '申报等级', en: 'Level applied for' }, value: zh, valueEn: en };
}

function teachingFact({ employment }: CertificationForm): Fact {
  const post = postNames[employment.post];
  const courses = courseTypeNames[employment.courseType];
  return {
    label: { zh: '任教', en: 'Teaches' },
    value: `${employment.subject}（${post.zh}，${courses.zh}，${employment.teachingYears} 年）`,
    valueEn: `${employment.subject} (${post.en}, ${courses.en}, ${employment.teachingYears} years)`,
  };
}

function practiceFact({ practice: { periods } }: CertificationForm): Fact {
  const days = practiceDays(periods, '1900-01-01', '2199-12-31');
  return {
    label: { zh: '企业实践', en: 'Enterprise practice' },
    value: periods.length === 0 ? '无' : `${periods.length} 段，合并重叠后共 ${days} 天`,
    valueEn: periods.length === 0 ? 'none' : `${periods.length} periods, ${days} days, overlaps counted once`,
  };
}
