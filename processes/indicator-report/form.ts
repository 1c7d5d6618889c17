/** 指标填报表: one figure of the plan for one period, and where it comes from. */
import { z } from 'zod';
import { files, optionalText, rows, section, text, whole } from '../form-fields.ts';

/** Far above any count of the district, and of fen exactly held. */
const MOST = 999_999_999;

const optionalWhole = (title: string, titleEn: string, description: string, descriptionEn: string) =>
  z.int().min(0).max(MOST).optional().meta({ widget: 'number', title, titleEn, description, descriptionEn });

const figure = section(
  {
    indicator: text(40, { title: '指标', titleEn: 'Indicator', widget: 'select' }),
    period: text(8, {
      title: '所属期间',
      titleEn: 'Period',
      description: '年度填 2025，半年填 2025-H1，季度填 2025-Q3',
      descriptionEn: 'A year as 2025, a half as 2025-H1, a quarter as 2025-Q3',
      example: '2025',
    }),
    part: whole(0, MOST, {
      title: '数值（比例类填分子）',
      titleEn: 'Figure (of a share: its numerator)',
      example: '1320',
    }),
    whole: optionalWhole(
      '分母（仅比例类填写）',
      'Denominator (shares only)',
      '系统按分子 ÷ 分母计算，不填百分数',
      'The percentage is computed; do not fill one in',
    ),
  },
  { title: '填报数据', titleEn: 'Figure', clause: '二(二)' },
);

const breakdown = section(
  {
    rows: rows(
      60,
      {
        unit: text(80, { title: '学校（单位）', titleEn: 'School or unit', example: '大足职教中心' }),
        part: whole(0, MOST, { title: '数值（分子）', titleEn: 'Figure (numerator)' }),
        whole: optionalWhole('分母', 'Denominator', '仅比例类填写', 'Shares only'),
      },
      {
        title: '分单位数据',
        titleEn: 'By school or unit',
        description: '填写后须与合计一致，看板据此显示差距在哪里',
        descriptionEn: 'Must add up to the figure; the dashboard shows from it who is behind',
      },
    ),
  },
  { title: '分单位', titleEn: 'Breakdown' },
);

const basis = section(
  {
    source: text(500, {
      title: '数据来源和口径',
      titleEn: 'Where the figure comes from',
      widget: 'textarea',
      example: '全区中职学校学籍系统，2025 届毕业生去向登记',
    }),
    note: optionalText(500, { title: '说明', titleEn: 'Note', widget: 'textarea' }),
    files: files(10, { title: '佐证材料', titleEn: 'Evidence', evidence: '统计报表、认定文件等' }),
  },
  { title: '依据', titleEn: 'Basis' },
);

export const indicatorReportForm = z.strictObject({ figure, breakdown, basis });
export type IndicatorReportForm = z.infer<typeof indicatorReportForm>;
