/** 兼职备案申请表: what 三(三)4 and the district's rules ask of a teacher, section by section. */
import { z } from 'zod';
import {
  choice,
  date,
  flag,
  hoursAWeek,
  money,
  optionalCode,
  optionalCreditCode,
  optionalDate,
  optionalText,
  rows,
  section,
  text,
  yesNo,
} from '../form-fields.ts';
import { MOST_FEN } from '../money.ts';
import { evidence } from './evidence-fields.ts';
import { hostPlaceNames, insurerNames, kindNames, postTypeNames, relationNames, standingNames } from './words.ts';

const teacher = section(
  {
    name: text(50, {
      title: '姓名',
      titleEn: 'Name',
      description: '用于审批、公示和备案',
      descriptionEn: 'For approval, notice and registration',
      example: '陈思远',
    }),
    school: text(80, { title: '所在学校', titleEn: 'School', example: '重庆市大足职业教育中心' }),
    postType: choice(postTypeNames, { title: '本校岗位类别', titleEn: 'Kind of post at the school', widget: 'radio' }),
    leader: flag({
      title: '本人是领导干部（学校领导班子成员）',
      titleEn: "I am one of the school's leaders",
      description: '领导干部兼职不得取酬，须经区教委批准',
      descriptionEn: 'A leader is not paid, and the Education Commission approves',
    }),
    standing: choice(standingNames, { title: '任职状态', titleEn: 'Standing', widget: 'radio' }),
    standingUntil: optionalDate({
      title: '试用期（处分期）截止日期',
      titleEn: 'Probation or sanction ends on',
      showWhen: { path: 'teacher.standing', in: ['probation', 'sanction'] },
    }),
  },
  {
    title: '申请人',
    titleEn: 'Applicant',
    description: '依据个人信息最小必要原则，仅收集备案所需信息',
    descriptionEn: 'Only what the registration needs',
    clause: '《个人信息保护法》第六条',
  },
);

const host = section(
  {
    kind: choice(kindNames, { title: '兼职类别', titleEn: 'Kind of post', widget: 'radio' }),
    name: text(80, { title: '兼职单位名称', titleEn: 'Host', example: '龙水五金智造有限公司' }),
    place: choice(hostPlaceNames, { title: '单位所在地', titleEn: 'Where it is', widget: 'radio' }),
    creditCode: optionalCreditCode({
      title: '统一社会信用代码',
      titleEn: 'Unified social credit code',
      description: '境内单位必填，18 位，见营业执照或法人证书',
      descriptionEn: '18 characters on the licence; hosts in mainland China must have one',
      example: '91500225MA5U8K3T2P',
    }),
    noCodeReason: optionalText(200, {
      title: '没有统一社会信用代码的原因',
      titleEn: 'Why there is no credit code',
      description: '境外单位填写，并上传注册证明',
      descriptionEn: 'For hosts abroad, with their registration as a file',
      showWhen: { path: 'host.place', in: ['abroad'] },
    }),
    sector: text(40, { title: '所属行业', titleEn: 'Sector', widget: 'select', clause: '三(二)3' }),
    relation: choice(relationNames, { title: '与本校的关系', titleEn: 'Relation to the school' }),
  },
  { title: '兼职单位', titleEn: 'Host', clause: '三(三)4' },
);

const post = section(
  {
    title: text(60, { title: '兼职职务', titleEn: 'Post', example: '模具设计技术顾问' }),
    duties: text(1000, {
      title: '职责内容',
      titleEn: 'Duties',
      widget: 'textarea',
      example: '每周到厂指导模具设计与试模，参与新产品工艺评审',
    }),
    from: date({ title: '起始日期', titleEn: 'From' }),
    to: date({ title: '结束日期', titleEn: 'To', description: '最长三年', descriptionEn: 'Three years at most' }),
    hoursPerWeek: hoursAWeek({ title: '每周时间（小时）', titleEn: 'Hours a week', example: '6' }),
    workingTimeHours: hoursAWeek({
      title: '其中占用工作时间（小时）',
      titleEn: 'Of them in working time',
      description: '全部在业余时间则填 0',
      descriptionEn: '0 when all of it is in free time',
      example: '4',
    }),
    paidTutoring: flag({
      title: '包含面向中小学生的有偿补课',
      titleEn: 'It includes paid tutoring of pupils',
      description: '学科类培训、有偿家教、组织推荐学生参加校外有偿补课',
      descriptionEn: 'Subject training, paid private lessons, sending pupils to paid lessons',
    }),
  },
  { title: '兼职内容', titleEn: 'Post', clause: '三(三)4' },
);

const some = { minFen: 0, maxFen: MOST_FEN };

const pay = section(
  {
    paid: flag({ title: '取酬', titleEn: 'Paid', description: '含股权激励', descriptionEn: 'Equity included' }),
    yearlyFen: money(some, {
      title: '约定报酬（元/年，税前）',
      titleEn: 'Agreed pay (yuan a year, before tax)',
      description: '不取酬则填 0',
      descriptionEn: '0 when unpaid',
      example: '36,000.00',
    }),
    equityFen: money(some, {
      title: '约定股权（折合元）',
      titleEn: 'Agreed equity (its value in yuan)',
      description: '没有则填 0',
      descriptionEn: '0 if none',
      example: '0.00',
    }),
    equityTerms: optionalText(200, {
      title: '股权说明',
      titleEn: 'Terms of the equity',
      example: '科技成果作价入股 2 %',
    }),
  },
  {
    title: '报酬',
    titleEn: 'Pay',
    description: '经批准的合法兼职收入不纳入学校绩效工资总量',
    descriptionEn: "Approved lawful part-time income is not counted in the school's 绩效工资总量",
    clause: '三(三)4',
  },
);

const terms = section(
  {
    injuryInsurance: choice(insurerNames, { title: '工伤保险由谁缴纳', titleEn: 'Who pays work-injury insurance' }),
    intellectualProperty: text(500, {
      title: '知识产权约定',
      titleEn: 'Intellectual property',
      widget: 'textarea',
      example: '兼职期间的职务成果归兼职单位，本校已有成果归学校',
    }),
    confidentiality: text(500, {
      title: '保密约定',
      titleEn: 'Confidentiality',
      widget: 'textarea',
      example: '不使用、不披露学校的技术秘密和学生信息',
    }),
  },
  { title: '协议约定', titleEn: 'Terms of the agreement' },
);

const otherPosts = section(
  {
    held: rows(
      10,
      {
        host: text(80, { title: '兼职单位', titleEn: 'Host' }),
        from: date({ title: '起始日期', titleEn: 'From' }),
        to: date({ title: '结束日期', titleEn: 'To' }),
        workingTimeHours: hoursAWeek({ title: '每周占用工作时间（小时）', titleEn: 'Working-time hours a week' }),
        paid: flag({ title: '取酬', titleEn: 'Paid' }),
      },
      {
        title: '其他在任兼职',
        titleEn: 'Other posts held',
        description: '本系统已备案的自动计入，只填未在本系统备案的',
        descriptionEn: 'Posts registered here are counted by themselves; list only others',
      },
    ),
  },
  { title: '其他兼职', titleEn: 'Other posts' },
);

const renewal = section(
  {
    of: optionalCode(40, {
      title: '续期的原备案编号',
      titleEn: 'Renews the registration',
      description: '新申请不填',
      descriptionEn: 'Leave empty for a new post',
      example: 'JZ-2026-0001',
    }),
  },
  { title: '续期', titleEn: 'Renewal' },
);

const pledge = section(
  {
    accepted: yesNo({
      title: '本人承诺所填内容和所附材料真实、完整，兼职不影响本职工作，按期申报兼职收入',
      titleEn:
        'I pledge that everything stated and attached is true and complete, that my own post does not suffer, and that I declare the income in time',
      clause: '三(三)4',
    }),
  },
  { title: '承诺', titleEn: 'Pledge' },
);

export const partTimeForm = z.strictObject({
  teacher,
  host,
  post,
  pay,
  terms,
  otherPosts,
  renewal,
  evidence,
  pledge,
});

export type PartTimeForm = z.infer<typeof partTimeForm>;
