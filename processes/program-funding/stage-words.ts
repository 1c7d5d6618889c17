/** Names of what follows an award. */
import type { Bilingual } from '../case.ts';
import type { grades, reports } from './stage-policy.ts';

export const reportNames: Record<(typeof reports)[number], Bilingual> = {
  'mid-term-report': { zh: '中期报告', en: 'Mid-term report' },
  'final-report': { zh: '验收报告', en: 'Final report' },
};

export const gradeNames: Record<(typeof grades)[number], Bilingual> = {
  excellent: { zh: '优', en: 'Excellent' },
  good: { zh: '良', en: 'Good' },
  pass: { zh: '中', en: 'Pass' },
  fail: { zh: '差', en: 'Fail' },
};

/** 第 1 期拨付（50 %） */
export const instalmentName = (number: number, percent: number): Bilingual => ({
  zh: `第 ${number} 期拨付（${percent} %）`,
  en: `Instalment ${number} (${percent} %)`,
});
