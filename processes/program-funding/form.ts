/** 新设特色专业资金申请表: what 三(四)2 and the rules of the fund ask of a school, section by section. */
import { z } from 'zod';
import {
  choice,
  creditCode,
  date,
  money,
  optionalText,
  programCode,
  rows,
  section,
  text,
  whole,
  yesNo,
} from '../form-fields.ts';
import { budget, otherMoney, payee } from './budget-fields.ts';
import { evidence } from './evidence-fields.ts';
import { MOST_FEN } from '../money.ts';
import { programLevelNames, targetKindNames } from './words.ts';

const program = section(
  {
    school: text(80, { title: '申请学校', titleEn: 'School', example: '重庆市大足职业教育中心' }),
    name: text(60, { title: '专业名称', titleEn: 'Program', example: '工业机器人技术应用' }),
    code: programCode({
      title: '国家专业代码',
      titleEn: 'National program code',
      clause: '《职业教育专业目录（2021年）》',
      example: '660303',
    }),
    level: choice(programLevelNames, { title: '办学层次', titleEn: 'Level', widget: 'radio' }),
    firstIntakeYear: whole(2000, 2100, { title: '首次招生年份', titleEn: 'First intake year', example: '2027' }),
    industry: text(40, {
      title: '服务的主导产业',
      titleEn: 'Leading industry served',
      widget: 'select',
      clause: '三(二)2',
    }),
  },
  { title: '专业', titleEn: 'Program', clause: '三(四)2' },
);

const demand = section(
  {
    evidence: text(3000, {
      title: '产业需求依据',
      titleEn: 'Evidence of demand',
      description: '调研了哪些企业、缺多少人、缺哪些岗位',
      descriptionEn: 'Which enterprises were asked, how many people they lack, and in which posts',
      widget: 'textarea',
    }),
    partners: rows(
      20,
      {
        enterprise: text(80, { title: '企业名称', titleEn: 'Enterprise' }),
        creditCode: creditCode({ title: '统一社会信用代码', titleEn: 'Unified social credit code' }),
        signedOn: date({ title: '协议签订日期', titleEn: 'Agreement signed on' }),
        until: date({ title: '协议有效期至', titleEn: 'Agreement valid until' }),
        content: text(300, {
          title: '合作内容',
          titleEn: 'Content',
          example: '共建实训车间，每年接收实习学生 60 人',
        }),
      },
      { title: '合作企业', titleEn: 'Partner enterprises', clause: '三(二)2' },
    ),
  },
  { title: '产业需求与合作', titleEn: 'Demand and partners', clause: '三(二)2' },
);

const teachers = section(
  {
    fullTime: whole(0, 2000, { title: '本专业专任教师（人）', titleEn: 'Full-time teachers of the program' }),
    dualQualified: whole(0, 2000, {
      title: '其中双师型教师（人）',
      titleEn: 'Of them dual-qualified',
      description: '持有效双师型教师证书的专任教师',
      descriptionEn: 'Full-time teachers with a valid certificate',
      clause: '二(二)',
    }),
    fromEnterprises: whole(0, 2000, { title: '企业兼职教师（人）', titleEn: 'Part-time teachers from enterprises' }),
  },
  { title: '师资', titleEn: 'Teachers' },
);

const facilities = section(
  {
    roomsSquareMetres: whole(0, 1_000_000, { title: '实训场地面积（平方米）', titleEn: 'Training rooms (m²)' }),
    equipmentValueFen: money(
      { minFen: 0, maxFen: MOST_FEN },
      {
        title: '现有设备原值（元）',
        titleEn: 'Original value of existing equipment (yuan)',
        example: '860,000.00',
      },
    ),
    description: optionalText(1000, {
      title: '场地与设备说明',
      titleEn: 'Rooms and equipment',
      widget: 'textarea',
    }),
  },
  { title: '办学条件', titleEn: 'Facilities' },
);

const training = section(
  {
    plan: text(5000, {
      title: '人才培养方案要点',
      titleEn: 'Training plan in brief',
      description: '培养目标、课程体系、校企分工',
      descriptionEn: 'Aims, courses, and what school and enterprise each do',
      widget: 'textarea',
    }),
    enrolment: rows(
      6,
      {
        year: whole(2000, 2100, { title: '年份', titleEn: 'Year' }),
        students: whole(1, 5000, { title: '计划招生（人）', titleEn: 'Students planned' }),
      },
      {
        title: '招生计划',
        titleEn: 'Enrolment',
        description: '自首次招生年份起逐年填写',
        descriptionEn: 'Year by year from the first intake on',
      },
    ),
  },
  { title: '培养与招生', titleEn: 'Training and enrolment' },
);

const performance = section(
  {
    targets: rows(
      40,
      {
        kind: choice(targetKindNames, { title: '指标类别', titleEn: 'Kind' }),
        indicator: text(80, { title: '指标', titleEn: 'Indicator', example: '新增实训工位' }),
        target: text(80, { title: '目标值', titleEn: 'Target', example: '48 个' }),
      },
      { title: '绩效目标', titleEn: 'Performance targets', clause: '四(三)' },
    ),
    staysLocalPercent: whole(0, 100, {
      title: '毕业生本地就业比例目标（%）',
      titleEn: 'Target share of graduates staying local (%)',
    }),
  },
  { title: '绩效', titleEn: 'Performance', clause: '四(三)' },
);

const pledge = section(
  {
    accepted: yesNo({
      title: '本校承诺所填内容和所附材料真实、完整，资金专款专用；如有虚假或挪用，退回资金',
      titleEn:
        'The school pledges that everything stated and attached is true and complete and that the money is used for this alone; otherwise it is paid back',
      clause: '四(三)',
    }),
  },
  { title: '承诺', titleEn: 'Pledge' },
);

export const fundingForm = z.strictObject({
  program,
  demand,
  teachers,
  facilities,
  training,
  budget,
  otherMoney,
  performance,
  payee,
  evidence,
  pledge,
});

export type FundingForm = z.infer<typeof fundingForm>;
