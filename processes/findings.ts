import type { Bilingual } from './case.ts';
import type { Finding } from './process.ts';

export type Rule = Pick<Finding, 'rule' | 'clause' | 'path'>;

export const kept = (rule: Rule, message: Bilingual): Finding => ({ ...rule, level: 'ok', message });

/** A formal defect: blocks sending. */
export const defect = (rule: Rule, message: Bilingual): Finding => ({ ...rule, level: 'error', message });

/** A rule of substance that is not kept: shown as such, decided by a person (《个人信息保护法》第二十四条). */
export const forAPerson = (rule: Rule, { zh, en }: Bilingual): Finding => ({
  ...rule,
  level: 'warning',
  personDecides: true,
  message: { zh: `${zh}；由办理人员认定`, en: `${en}; a person decides` },
});
