/** 双师型教师认定申请表: what 三(三)2 and the district's rules ask of a teacher, section by section. */
import { z } from 'zod';
import {
  choice,
  code,
  date,
  idNumber,
  optionalCode,
  optionalDate,
  optionalText,
  rows,
  section,
  text,
  whole,
  yesNo,
} from '../form-fields.ts';
import { evidence } from './evidence-fields.ts';
import {
  courseTypeNames,
  educationNames,
  ethicsResultNames,
  levelNames,
  postNames,
  skillLevelNames,
  trackNames,
} from './words.ts';

const applicant = section(
  {
    name: text(50, {
      title: '姓名',
      titleEn: 'Name',
      description: '用于认定、公示和证书',
      descriptionEn: 'For the decision, the notice and the certificate',
      example: '陈思远',
    }),
    idNumber: idNumber({
      title: '身份证号',
      titleEn: 'ID number',
      description: '仅用于核验身份和材料，界面、邮件与公示中均脱敏',
      descriptionEn: 'Only to verify identity and evidence; masked on screens, in mail and in the public notice',
    }),
    school: text(80, { title: '所在学校', titleEn: 'School', example: '重庆市大足职业教育中心' }),
    education: choice(educationNames, { title: '学历', titleEn: 'Education' }),
    teacherLicence: optionalCode(40, {
      title: '教师资格证号',
      titleEn: 'Teacher licence number',
      description: '无教师资格证可不填',
      descriptionEn: 'Leave empty if you have none',
    }),
    title: optionalText(50, {
      title: '职称',
      titleEn: 'Professional title',
      description: '无职称可不填',
      descriptionEn: 'Leave empty if you have none',
      example: '讲师',
    }),
  },
  {
    title: '申请人',
    titleEn: 'Applicant',
    description: '依据个人信息最小必要原则，仅收集认定所需信息',
    descriptionEn: 'Only what the certification needs',
    clause: '《个人信息保护法》第六条',
  },
);

const employment = section(
  {
    post: choice(postNames, { title: '岗位', titleEn: 'Post', widget: 'radio' }),
    courseType: choice(courseTypeNames, { title: '任教课程类型', titleEn: 'Kind of courses', widget: 'radio' }),
    subject: text(60, { title: '任教专业（学科）', titleEn: 'Subject taught', example: '数控技术应用' }),
    teachingYears: whole(0, 60, { title: '任教年限（年）', titleEn: 'Years of teaching' }),
    engagedFrom: optionalDate({
      title: '本校聘任起始日期',
      titleEn: 'Engaged by this school since',
      description: '兼职、外聘教师填写，用于核对聘任年限',
      descriptionEn: 'For part-time and external teachers: the length of the engagement is checked',
      showWhen: { path: 'employment.post', in: ['part-time', 'external'] },
    }),
  },
  { title: '任教情况', titleEn: 'Teaching' },
);

const application = section(
  {
    track: choice(trackNames, { title: '申报类别', titleEn: 'Track', widget: 'radio' }),
    level: choice(levelNames, { title: '申报等级', titleEn: 'Level', widget: 'radio' }),
    criterion: text(40, {
      title: '所依据的认定条件',
      titleEn: 'Condition relied on',
      widget: 'select',
      clause: '三(三)2',
    }),
  },
  { title: '申报事项', titleEn: 'Application', clause: '三(三)2' },
);

const qualifications = section(
  {
    certificates: rows(
      20,
      {
        name: text(80, { title: '证书名称', titleEn: 'Name', example: '数控车工' }),
        level: choice(skillLevelNames, { title: '等级', titleEn: 'Level' }),
        number: code(40, { title: '证书编号', titleEn: 'Number' }),
        issuer: text(80, { title: '发证机构', titleEn: 'Issued by' }),
        issuedOn: date({ title: '发证日期', titleEn: 'Issued on' }),
      },
      { title: '职业资格（技能等级）证书', titleEn: 'Vocational qualifications' },
    ),
  },
  { title: '职业资格', titleEn: 'Qualifications' },
);

const practice = section(
  {
    periods: rows(
      30,
      {
        enterprise: text(80, { title: '企业名称', titleEn: 'Enterprise' }),
        post: text(50, { title: '实践岗位', titleEn: 'Post' }),
        from: date({ title: '起始日期', titleEn: 'From' }),
        to: date({ title: '结束日期', titleEn: 'To' }),
        days: whole(1, 3660, {
          title: '实际天数',
          titleEn: 'Days',
          description: '同一天只计一次',
          descriptionEn: 'No day is counted twice',
        }),
      },
      { title: '企业实践经历', titleEn: 'Enterprise practice', clause: '《职业学校教师企业实践规定》第四条' },
    ),
  },
  { title: '企业实践', titleEn: 'Practice' },
);

const achievements = section(
  {
    research: optionalText(2000, { title: '教研与课程', titleEn: 'Teaching research and courses', widget: 'textarea' }),
    awards: rows(
      50,
      {
        name: text(120, { title: '奖项名称', titleEn: 'Award' }),
        grantedBy: text(80, { title: '授予单位', titleEn: 'Granted by' }),
        grantedOn: date({ title: '授予日期', titleEn: 'Granted on' }),
      },
      { title: '获奖', titleEn: 'Awards' },
    ),
    results: rows(
      50,
      {
        name: text(120, { title: '成果名称', titleEn: 'Result' }),
        partner: text(80, { title: '合作企业', titleEn: 'Partner enterprise' }),
        completedOn: date({ title: '完成日期', titleEn: 'Completed on' }),
        coOwners: optionalText(300, {
          title: '共同完成人',
          titleEn: 'Shared with',
          description: '姓名之间用顿号分隔；共同完成人不参加评议（回避）',
          descriptionEn: 'Names separated by commas; they do not sit on the panel',
          example: '王芳、刘洋',
        }),
      },
      { title: '校企合作成果', titleEn: 'School–enterprise results' },
    ),
  },
  { title: '教研与成果', titleEn: 'Achievements' },
);

const ethics = section(
  {
    reviews: rows(
      20,
      {
        year: whole(1990, 2100, { title: '年度', titleEn: 'Year' }),
        result: choice(ethicsResultNames, { title: '考核结果', titleEn: 'Result' }),
      },
      { title: '师德考核', titleEn: 'Ethics reviews' },
    ),
  },
  { title: '师德', titleEn: 'Ethics', clause: '三(三)2' },
);

const pledge = section(
  {
    accepted: yesNo({
      title: '本人承诺所填内容和所附材料真实、完整；如有虚假，认定予以撤销',
      titleEn:
        'I pledge that everything stated and attached is true and complete; a false statement revokes the certificate',
      clause: '三(三)2',
    }),
  },
  { title: '承诺', titleEn: 'Pledge' },
);

export const certificationForm = z.strictObject({
  application,
  applicant,
  employment,
  qualifications,
  practice,
  achievements,
  ethics,
  evidence,
  pledge,
});

export type CertificationForm = z.infer<typeof certificationForm>;
