/**
 * Money is a whole number of fen (分), never a fraction of a yuan: 1,200,000.00 yuan are 120000000. People write and read yuan with two
 * decimals; what lies between is here. Exact throughout: nothing is divided or compared as a floating-point number.
 */
import type { AmountLimits, Bilingual } from './case.ts';

/** 999.99 亿元 and some: far above any fund, far below what a number holds exactly. */
export const MOST_FEN = 9_999_999_999_999;

export type MoneyRule =
  | 'format'
  | 'grouping'
  | 'notation'
  | 'unit'
  | 'negative'
  | 'whole-fen'
  | 'below-minimum'
  | 'above-maximum';

export type MoneyRead = { ok: true; fen: number } | { ok: false; rule: MoneyRule; message: Bilingual };

export type MoneyLimits = Pick<AmountLimits, 'minFen' | 'maxFen'>;

/**
 * An amount as it was sent or typed: a number is fen, a text is yuan as people write it (`1,200,000.00元`, `１２０００００`, `￥0.50`).
 * Both ends of the limits are included. What cannot be read without guessing is refused with its rule.
 */
export function readMoney(typed: number | string, limits: MoneyLimits = { minFen: 0, maxFen: MOST_FEN }): MoneyRead {
  const read = typeof typed === 'number' ? readFen(typed) : readYuan(typed);
  if (typeof read === 'string') return refused(read, limits);
  if (read > BigInt(limits.maxFen)) return refused('above-maximum', limits);
  if (read < BigInt(limits.minFen)) return refused('below-minimum', limits);
  return { ok: true, fen: Number(read) };
}

function readFen(fen: number): bigint | MoneyRule {
  if (fen < 0) return 'negative';
  if (Number.isSafeInteger(fen)) return BigInt(fen);
  return fen > MOST_FEN ? 'above-maximum' : 'whole-fen';
}

function readYuan(typed: string): bigint | MoneyRule {
  if (typed.length > 100) return 'format';
  // NFKC turns full-width digits, commas, full stops and ￥ into plain ones.
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^(人民币|RMB|CNY)/iu, '')
    .replace(/[元圆]整?$/u, '')
    .trim()
    .replace(/^¥/u, '')
    // Spaces between digits group them like commas.
    .replaceAll(/(?<=\d)\s+(?=\d)/gu, ',')
    .replaceAll(/\s+/gu, '');
  if (/^[-−–—]/u.test(text) || /^\(.*\)$/u.test(text)) return 'negative';
  if (/^\d[\d,.]*[eE][+-]?\d+$/u.test(text)) return 'notation';
  if (/^\d[\d,.]*[十百千万亿]+$/u.test(text)) return 'unit';
  const match = /^([\d,]+)(?:\.(\d+))?$/u.exec(text);
  if (!match || !/^\d/u.test(text)) return 'format';
  const [, whole = '', decimals = ''] = match;
  if (whole.includes(',') && !/^\d{1,3}(,\d{3})+$/u.test(whole)) return 'grouping';
  if (decimals.length > 2) return 'whole-fen';
  return BigInt(whole.replaceAll(',', '') + decimals.padEnd(2, '0'));
}

const refused = (rule: MoneyRule, limits: MoneyLimits): MoneyRead => ({
  ok: false,
  rule,
  message: moneyRule(rule, limits),
});

function moneyRule(rule: MoneyRule, { minFen, maxFen }: MoneyLimits): Bilingual {
  switch (rule) {
    case 'format':
      return { zh: '须为金额，如 1,200,000.00', en: 'must be an amount in yuan like 1,200,000.00' };
    case 'grouping':
      return { zh: '千位分隔有误，应每三位一组，如 1,200,000.00', en: 'commas group by threes, like 1,200,000.00' };
    case 'notation':
      return {
        zh: '不接受科学计数法，请写出全部数字',
        en: 'scientific notation is not accepted: write out every digit',
      };
    case 'unit':
      return {
        zh: '请以元为单位填写全部数字，不用万、亿',
        en: 'write the whole number of yuan, without 万 (10,000) or 亿',
      };
    case 'negative':
      return { zh: '金额不能为负数', en: 'an amount cannot be negative' };
    case 'whole-fen':
      return { zh: '金额最小到分，至多两位小数', en: 'amounts go down to the fen: at most two decimals' };
    case 'below-minimum':
      return { zh: `不少于 ${formatYuan(minFen)} 元`, en: `at least ${formatYuan(minFen)} yuan` };
    case 'above-maximum':
      return { zh: `不超过 ${formatYuan(maxFen)} 元`, en: `at most ${formatYuan(maxFen)} yuan` };
  }
}

/** `1,200,000.00` of 120000000 fen. Throws a RangeError for what is not a whole number of fen. */
export function formatYuan(fen: number): string {
  const digits = String(exact(fen < 0 ? -fen : fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/gu, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}

/** The sum, in fen. Throws a RangeError rather than lose a fen above 2^53. */
export function sumFen(amounts: readonly number[]): number {
  const sum = Number(amounts.reduce((total, fen) => total + exact(fen), 0n));
  exact(sum);
  return sum;
}

/** Quantity × unit price, in fen; undefined above `MOST_FEN`, which no amount may be. */
export function timesFen(quantity: number, unitPriceFen: number): number | undefined {
  const product = exact(quantity) * exact(unitPriceFen);
  return product > BigInt(MOST_FEN) ? undefined : Number(product);
}

/**
 * Whether a part is at least `numerator / denominator` of the whole: 59.99 % is not 60 %. Throws a RangeError when the whole is nothing,
 * of which nothing is a share.
 */
export const shareAtLeast = (partFen: number, wholeFen: number, numerator: number, denominator: number): boolean =>
  compareShare(partFen, wholeFen, numerator, denominator) >= 0;

/** Whether a part is at most `numerator / denominator` of the whole: 50.01 % is more than 50 %. */
export const shareAtMost = (partFen: number, wholeFen: number, numerator: number, denominator: number): boolean =>
  compareShare(partFen, wholeFen, numerator, denominator) <= 0;

function compareShare(part: number, whole: number, numerator: number, denominator: number): number {
  if (whole <= 0 || denominator <= 0) throw new RangeError(`no share of ${whole} as ${numerator}/${denominator}`);
  const left = exact(part) * exact(denominator);
  const right = exact(numerator) * exact(whole);
  return left === right ? 0 : left < right ? -1 : 1;
}

/**
 * A share to read, e.g. `59.99`, in percent with two decimals. Rounded `down` or `up` and never to the nearest, so that beside a limit
 * it never looks as if a broken rule were kept: down beside an `at least`, up beside an `at most`.
 */
export function percentText(partFen: number, wholeFen: number, rounding: 'down' | 'up'): string {
  if (wholeFen <= 0) throw new RangeError(`no share of ${wholeFen}`);
  const [part, whole] = [exact(partFen), exact(wholeFen)];
  const hundredths = (part * 10_000n + (rounding === 'up' ? whole - 1n : 0n)) / whole;
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

/**
 * An amount in whole percents, e.g. `[50, 30, 20]`: each part rounded down to the fen, the last takes what is left, so that the parts add
 * up to the fen. Throws a RangeError when the percents do not add up to 100.
 */
export function splitByPercent(amountFen: number, percents: readonly number[]): number[] {
  if (amountFen < 0 || percents.some((percent) => percent < 0) || sumFen(percents) !== 100)
    throw new RangeError(`no split of ${amountFen} by ${percents.join('/')}`);
  const parts = percents.map((percent) => Number((exact(amountFen) * exact(percent)) / 100n));
  const last = parts.length - 1;
  return parts.map((part, index) => (index === last ? amountFen - sumFen(parts.slice(0, -1)) : part));
}

/** Why a decision's `awardedFen` (or any other amount a person names) cannot be taken, with the clause. */
export function amountRefusal(
  limits: AmountLimits,
  value: unknown,
): { rule: MoneyRule | 'required'; message: Bilingual } | undefined {
  if (typeof value !== 'number') return { rule: 'required', message: { zh: '请填写金额', en: 'name the amount' } };
  const read = readMoney(value, limits);
  if (read.ok) return undefined;
  const { zh, en } = read.message;
  return { rule: read.rule, message: { zh: `${zh}（${limits.clause}）`, en: `${en} (${limits.clause})` } };
}

function exact(fen: number): bigint {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number that is held exactly: ${fen}`);
  return BigInt(fen);
}
