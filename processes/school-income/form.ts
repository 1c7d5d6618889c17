/** 学校收入申报表: a school's own income of one year and its use (四(三), 三(三)4). */
import { z } from 'zod';
import { files, money, optionalText, rows, section, text, whole, yesNo } from '../form-fields.ts';
import { MOST_FEN } from '../money.ts';

const school = section(
  {
    school: text(80, { title: '学校', titleEn: 'School', example: '重庆市大足职业教育中心' }),
    year: whole(2020, 2100, { title: '年度', titleEn: 'Year', example: '2025' }),
  },
  { title: '学校与年度', titleEn: 'School and year', clause: '四(三)' },
);

const income = section(
  {
    sources: rows(
      40,
      {
        source: text(40, { title: '来源', titleEn: 'Source', widget: 'select', clause: '四(三)' }),
        item: text(80, { title: '项目', titleEn: 'Item', example: '数控技术企业员工培训' }),
        amountFen: money(
          { minFen: 1, maxFen: MOST_FEN },
          { title: '金额（元）', titleEn: 'Amount (yuan)', example: '480,000.00' },
        ),
      },
      { title: '收入明细', titleEn: 'Income', clause: '四(三)' },
    ),
    totalFen: money(
      { minFen: 1, maxFen: MOST_FEN },
      {
        title: '收入合计（元）',
        titleEn: 'Total (yuan)',
        description: '须等于各行金额之和',
        descriptionEn: 'The exact sum of the lines',
        example: '1,200,000.00',
      },
    ),
  },
  { title: '收入', titleEn: 'Income', clause: '四(三)' },
);

const some = { minFen: 0, maxFen: MOST_FEN };

const use = section(
  {
    developmentFundFen: money(some, {
      title: '用于学校发展基金（元）',
      titleEn: 'To the school development fund (yuan)',
      description: '不低于收入合计的 60 %，精确到分',
      descriptionEn: 'At least 60 % of the total, to the fen',
      clause: '四(三)',
      example: '720,000.00',
    }),
    performancePayFen: money(some, {
      title: '用于超额绩效（元）',
      titleEn: 'To performance pay above the norm (yuan)',
      description: '其余部分；两项之和须等于收入合计',
      descriptionEn: 'The rest: both add up to the total',
      clause: '三(三)4',
      example: '480,000.00',
    }),
    plan: text(1000, {
      title: '分配办法',
      titleEn: 'How it is distributed',
      widget: 'textarea',
      example: '经教职工代表大会通过的超额绩效分配办法；向一线培训教师倾斜',
    }),
  },
  { title: '使用', titleEn: 'Use', clause: '四(三)；三(三)4' },
);

const correction = section(
  {
    reason: optionalText(300, {
      title: '更正原因',
      titleEn: 'Reason of the correction',
      description: '本年度已申报过的须填写；原记录保留，差额另记一行',
      descriptionEn: 'When the year was declared before: that entry stays, the difference is entered beside it',
    }),
  },
  { title: '更正', titleEn: 'Correction' },
);

const evidence = section(
  {
    accounts: files(10, {
      title: '收入明细账与决算',
      titleEn: 'Accounts of the income',
      evidence: '财务负责人签字、学校盖章 / signed by finance, stamped by the school',
    }),
    distribution: files(10, {
      title: '分配办法及会议纪要',
      titleEn: 'Plan of distribution and minutes',
      evidence: '教职工代表大会或校务会通过 / adopted by the staff or the school board',
    }),
  },
  { title: '证明材料', titleEn: 'Evidence' },
);

const pledge = section(
  {
    accepted: yesNo({
      title: '本校承诺所填收入和使用情况真实、完整，并接受审计',
      titleEn:
        'The school pledges that income and use are stated truly and completely, and opens its books to the audit',
      clause: '四(三)',
    }),
  },
  { title: '承诺', titleEn: 'Pledge' },
);

export const schoolIncomeForm = z.strictObject({ school, income, use, correction, evidence, pledge });

export type SchoolIncomeForm = z.infer<typeof schoolIncomeForm>;
