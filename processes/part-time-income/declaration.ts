/** 收入申报表: what one period of a post earned. Sent to `POST /engagements/:id/declarations`; drawn like any form. */
import { z } from 'zod';
import { files, flag, money, optionalText, section } from '../form-fields.ts';
import { defect, forAPerson, kept } from '../findings.ts';
import { formatYuan, MOST_FEN, sumFen } from '../money.ts';
import type { Finding } from '../process.ts';
import type { DeclarationPeriod } from './periods.ts';
import { periodName } from './periods.ts';

const amount = { minFen: 0, maxFen: MOST_FEN };

const income = section(
  {
    nothing: flag({
      title: '本期没有收入（零申报）',
      titleEn: 'Nothing was earned (nil return)',
      description: '勾选后各项金额填 0，不需要证明材料',
      descriptionEn: 'All amounts are 0 then, and no proof is asked for',
    }),
    incomeFen: money(amount, {
      title: '兼职收入（元，税前）',
      titleEn: 'Income (yuan, before tax)',
      description: '不纳入学校绩效工资总量',
      descriptionEn: "Not counted in the school's 绩效工资总量",
      clause: '三(三)4',
      example: '9,000.00',
    }),
    equityFen: money(amount, {
      title: '股权收益（折合元）',
      titleEn: 'Equity (its value in yuan)',
      description: '含股权奖励、分红；没有则填 0',
      descriptionEn: 'Equity granted and dividends; 0 if none',
      clause: '三(三)4',
      example: '0.00',
    }),
    taxFen: money(amount, {
      title: '已缴个人所得税（元）',
      titleEn: 'Income tax paid (yuan)',
      example: '270.00',
    }),
    note: optionalText(300, { title: '说明', titleEn: 'Note' }),
  },
  { title: '本期收入', titleEn: 'Income of the period', clause: '三(三)4' },
);

const proof = section(
  {
    files: files(10, {
      title: '收入证明',
      titleEn: 'Proof',
      evidence: '银行流水、劳务发放表或完税证明 / bank statement, pay list or tax receipt',
    }),
  },
  {
    title: '证明材料',
    titleEn: 'Proof',
    description: '仅供学校财务核对',
    descriptionEn: "Seen only by the school's finance and those who handle the case",
  },
);

const correction = section(
  {
    reason: optionalText(300, {
      title: '更正原因',
      titleEn: 'Reason of the correction',
      description: '本期已申报过的须填写；原申报保留，差额另记一行',
      descriptionEn: 'When the period was declared before: that row stays, the difference is entered beside it',
    }),
  },
  { title: '更正', titleEn: 'Correction' },
);

export const declarationForm = z.strictObject({ income, proof, correction });

export type DeclarationForm = z.infer<typeof declarationForm>;

export interface DeclaredPost {
  paid: boolean;
  yearlyFen: number;
  equityFen: number;
}

interface About {
  post: DeclaredPost;
  period: DeclarationPeriod;
  /** The period was declared before. */
  again: boolean;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  /** Of the declaration's rules. */
  clause: string;
}

/** The rules on a declaration; `error` keeps it from being sent, the rest is for the school's finance to weigh. */
export function checkDeclaration(form: DeclarationForm, about: About): Finding[] {
  return [
    periodOver(about),
    amountsFit(form, about),
    ...taxFits(form, about),
    proofAttached(form, about),
    ...reasonGiven(form, about),
    ...asAgreed(form, about),
  ];
}

/** A period is declared when it is over. */
function periodOver({ period, today, clause }: About): Finding {
  const rule = { rule: 'period-over', clause };
  const { zh, en } = periodName(period.key);
  return period.to < today
    ? kept(rule, { zh: `${zh}（${period.from} 至 ${period.to}）`, en: `${en} (${period.from} to ${period.to})` })
    : defect(rule, {
        zh: `${zh}到 ${period.to} 才结束，结束后申报`,
        en: `${en} ends only on ${period.to}: declare it afterwards`,
      });
}

/** A nil return has no amount, any other has one. */
function amountsFit({ income }: DeclarationForm, { clause }: About): Finding {
  const rule = { rule: 'nil-return', clause, path: 'income.nothing' };
  const { nothing, incomeFen, equityFen, taxFen } = income;
  if (nothing && sumFen([incomeFen, equityFen, taxFen]) > 0)
    return defect(rule, { zh: '零申报的各项金额须为 0', en: 'A nil return has no amounts' });
  if (!nothing && incomeFen === 0 && equityFen === 0)
    return defect(
      { ...rule, path: 'income.incomeFen' },
      { zh: '没有收入请勾选零申报', en: 'Nothing earned? Tick the nil return' },
    );
  return kept(rule, {
    zh: nothing ? '零申报' : `收入 ${formatYuan(incomeFen)} 元，股权 ${formatYuan(equityFen)} 元`,
    en: nothing ? 'Nil return' : `${formatYuan(incomeFen)} yuan of income, ${formatYuan(equityFen)} of equity`,
  });
}

function taxFits({ income: { incomeFen, equityFen, taxFen } }: DeclarationForm, { clause }: About): Finding[] {
  if (taxFen <= sumFen([incomeFen, equityFen])) return [];
  const rule = { rule: 'tax', clause, path: 'income.taxFen' };
  return [defect(rule, { zh: '已缴税额多于收入', en: 'More tax than income' })];
}

function proofAttached({ income, proof }: DeclarationForm, { clause }: About): Finding {
  const rule = { rule: 'proof', clause, path: 'proof.files' };
  return income.nothing || proof.files.length > 0
    ? kept(rule, { zh: income.nothing ? '零申报，不需证明' : '已附收入证明', en: 'Proof is as asked for' })
    : defect(rule, { zh: '请上传收入证明', en: 'Attach the proof of the income' });
}

function reasonGiven({ correction }: DeclarationForm, { again, clause }: About): Finding[] {
  if (!again) return [];
  const rule = { rule: 'correction-reason', clause, path: 'correction.reason' };
  return [
    correction.reason
      ? kept(rule, { zh: '更正，已说明原因', en: 'A correction, with its reason' })
      : defect(rule, {
          zh: '本期已申报，再次申报为更正，须说明原因',
          en: 'The period was declared before: a correction states its reason',
        }),
  ];
}

/** Beside what was registered. */
function asAgreed({ income: { incomeFen, equityFen } }: DeclarationForm, { post, clause }: About): Finding[] {
  const rule = { rule: 'as-agreed', clause, path: 'income.incomeFen' };
  if (!post.paid && (incomeFen > 0 || equityFen > 0))
    return [
      forAPerson(rule, { zh: '备案为不取酬，申报了收入', en: 'Registered as unpaid, but an income is declared' }),
    ];
  const over: Finding[] = [];
  if (post.paid && incomeFen > post.yearlyFen)
    over.push(
      forAPerson(rule, {
        zh: `收入 ${formatYuan(incomeFen)} 元，高于备案的每年 ${formatYuan(post.yearlyFen)} 元`,
        en: `${formatYuan(incomeFen)} yuan are more than the ${formatYuan(post.yearlyFen)} registered for a year`,
      }),
    );
  if (post.paid && equityFen > 0 && post.equityFen === 0)
    over.push(
      forAPerson(
        { ...rule, path: 'income.equityFen' },
        { zh: '备案时没有股权，申报了股权收益', en: 'No equity was registered, but some is declared' },
      ),
    );
  return over;
}
