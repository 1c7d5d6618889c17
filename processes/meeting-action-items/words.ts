import type { Bilingual } from '../case.ts';

/** Why progress goes back; what happened is said in the report's own words. */
export const backwardsReasonNames: { value: string; label: Bilingual }[] = [
  { value: 'recount', label: { zh: '统计口径更正', en: 'Counted anew' } },
  { value: 'wider-scope', label: { zh: '任务范围扩大', en: 'The task grew' } },
  { value: 'rework', label: { zh: '返工', en: 'Rework' } },
  { value: 'other', label: { zh: '其他（见说明）', en: 'Other (see the text)' } },
];
