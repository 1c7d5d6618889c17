import type { IndicatorReportForm } from './form.ts';

/** 升学比例 of 2025, in two schools: a report of 区教委 that keeps every rule on 2026-11-24. */
export const exampleReport = (): IndicatorReportForm => ({
  figure: { indicator: 'progression-ratio', period: '2025', part: 1512, whole: 2703 },
  breakdown: {
    rows: [
      { unit: '大足职教中心', part: 1104, whole: 1890 },
      { unit: '双桥职业学校', part: 408, whole: 813 },
    ],
  },
  basis: { source: '全区中职学校学籍系统，2025 届毕业生去向登记', files: [] },
});
