import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountRefusal,
  formatYuan,
  MOST_FEN,
  percentText,
  readMoney,
  shareAtLeast,
  shareAtMost,
  splitByPercent,
  sumFen,
} from '../../processes/money.ts';

const fenOf = (typed: number | string) => {
  const read = readMoney(typed);
  return read.ok ? read.fen : read.rule;
};
const anyFen = fc.integer({ min: 0, max: MOST_FEN });
const percents = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 })
  .filter((parts) => sumFen(parts) <= 100)
  .map((parts) => [...parts, 100 - sumFen(parts)]);

describe('an amount as people write it', () => {
  test.each([
    ['1,200,000.00元', 120_000_000],
    ['1200000', 120_000_000],
    ['1200000.00', 120_000_000],
    ['1200000.5', 120_000_050],
    ['１，２００，０００．００元', 120_000_000],
    ['１２０００００', 120_000_000],
    ['￥1,200,000.00', 120_000_000],
    ['¥ 1 200 000.00 元', 120_000_000],
    ['人民币1,200,000.00元整', 120_000_000],
    ['RMB 1200000圆整', 120_000_000],
    ['\t 0.01 \n', 1],
    ['0', 0],
    ['007.10', 710],
    ['99,999,999,999.99', MOST_FEN],
  ])('%j is %i fen', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen);
  });

  test.each([
    ['0.005', 'whole-fen'],
    ['1200000.001', 'whole-fen'],
    ['1.500', 'whole-fen'],
    ['-1', 'negative'],
    ['－１００', 'negative'],
    ['−5', 'negative'],
    ['¥-5', 'negative'],
    ['(100.00)', 'negative'],
    ['1e9', 'notation'],
    ['１ｅ９', 'notation'],
    ['1.2E+6元', 'notation'],
    ['120万元', 'unit'],
    ['1.2亿', 'unit'],
    ['12,00', 'grouping'],
    ['1,2,3', 'grouping'],
    ['120,0000.00', 'grouping'],
    ['12 00', 'grouping'],
    [',100', 'format'],
    ['1.200.000', 'format'],
    ['1.200,00', 'format'],
    ['.5', 'format'],
    ['5.', 'format'],
    ['+5', 'format'],
    ['0x10', 'format'],
    ['Infinity', 'format'],
    ['NaN', 'format'],
    ['', 'format'],
    ['元', 'format'],
    ['壹佰贰拾万元整', 'format'],
    ['١٢٣', 'format'],
    ['12;DROP', 'format'],
    ['99,999,999,999,999.00', 'above-maximum'],
    ['9'.repeat(100), 'above-maximum'],
    // Cut off anywhere it would be another amount.
    [`1${' '.repeat(100)}000`, 'format'],
  ])('%j is refused: %s', (typed, rule) => {
    expect(fenOf(typed)).toBe(rule);
  });

  test('is read back as it was formatted, whatever its dress', () => {
    fc.assert(
      fc.property(
        anyFen,
        fc.constantFrom('', '元', ' 元', '元整'),
        fc.constantFrom('', '￥', '人民币'),
        (fen, end, start) => {
          expect(fenOf(`${start}${formatYuan(fen)}${end}`)).toBe(fen);
          expect(fenOf(formatYuan(fen).replaceAll(',', ''))).toBe(fen);
          const wide = formatYuan(fen).replaceAll(/[\d,.]/gu, (one) =>
            String.fromCodePoint(one.codePointAt(0)! + 0xfee0),
          );
          expect(fenOf(wide)).toBe(fen);
        },
      ),
    );
  });

  test('never throws and never gives anything but whole fen within limits', () => {
    const limits = { minFen: 100, maxFen: 5000 };
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)) }),
          fc.string({ unit: fc.constantFrom(...'-¥0123456789,.e万元 ') }),
          fc.double(),
        ),
        (typed) => {
          const read = readMoney(typed, limits);
          const sound = read.ok
            ? Number.isInteger(read.fen) && read.fen >= 100 && read.fen <= 5000
            : read.message.zh !== '' && read.message.en !== '';
          expect(sound).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an amount as a number', () => {
  test.each([
    [120_000_000, 120_000_000],
    [0, 0],
    [1, 1],
    [0.005, 'whole-fen'],
    [1200.5, 'whole-fen'],
    [-1, 'negative'],
    [-0.001, 'negative'],
    [Number.NaN, 'whole-fen'],
    [Number.POSITIVE_INFINITY, 'above-maximum'],
    [2 ** 53, 'above-maximum'],
    [MOST_FEN + 1, 'above-maximum'],
  ])('%d: %s', (typed, expected) => {
    expect(fenOf(typed)).toBe(expected);
  });

  test('is fen where a text is yuan', () => {
    expect(fenOf(120)).toBe(120);
    expect(fenOf('120')).toBe(12_000);
  });
});

describe('limits', () => {
  const limits = { minFen: 1, maxFen: 300_000_000 };

  test('are included, and named with the amount', () => {
    expect(readMoney('3,000,000.00', limits)).toEqual({ ok: true, fen: 300_000_000 });
    expect(readMoney('0.01', limits)).toEqual({ ok: true, fen: 1 });
    expect(readMoney('3,000,000.01', limits)).toEqual({
      ok: false,
      rule: 'above-maximum',
      message: { zh: '不超过 3,000,000.00 元', en: 'at most 3,000,000.00 yuan' },
    });
    expect(readMoney('0', limits)).toMatchObject({ rule: 'below-minimum', message: { zh: '不少于 0.01 元' } });
  });

  test('of an award: whole fen up to the request, named with the clause', () => {
    const award = { minFen: 1, maxFen: 120_000_000, clause: '三(四)2' };
    expect(amountRefusal(award, 120_000_000)).toBeUndefined();
    expect(amountRefusal(award, 1)).toBeUndefined();
    expect(amountRefusal(award, 120_000_001)).toEqual({
      rule: 'above-maximum',
      message: { zh: '不超过 1,200,000.00 元（三(四)2）', en: 'at most 1,200,000.00 yuan (三(四)2)' },
    });
    expect(amountRefusal(award, 0)?.rule).toBe('below-minimum');
    expect(amountRefusal(award, -1)?.rule).toBe('negative');
    expect(amountRefusal(award, 0.5)?.rule).toBe('whole-fen');
    for (const missing of [undefined, null, '1200000', [1], true])
      expect(amountRefusal(award, missing)?.rule).toBe('required');
  });
});

describe('yuan on screens', () => {
  test.each([
    [0, '0.00'],
    [1, '0.01'],
    [10, '0.10'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [120_000_000, '1,200,000.00'],
    [-120_000_000, '-1,200,000.00'],
    [-5, '-0.05'],
    [Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91'],
  ])('%i fen: %s', (fen, text) => {
    expect(formatYuan(fen)).toBe(text);
  });

  test.each([0.5, Number.NaN, 2 ** 53])('%d is no number of fen', (fen) => {
    expect(() => formatYuan(fen)).toThrow(RangeError);
  });
});

describe('shares', () => {
  test('59.99 % is not 60 %, 60.00 % is', () => {
    expect(shareAtLeast(5999, 10_000, 60, 100)).toBe(false);
    expect(shareAtLeast(6000, 10_000, 60, 100)).toBe(true);
    expect(shareAtLeast(59_999_999_999, 100_000_000_000, 60, 100)).toBe(false);
  });

  test('half is at most 50 %, a fen more is not', () => {
    expect(shareAtMost(60_000_000, 120_000_000, 50, 100)).toBe(true);
    expect(shareAtMost(60_000_001, 120_000_000, 50, 100)).toBe(false);
    expect(shareAtMost(0, 1, 0, 100)).toBe(true);
  });

  test('are exact where a quotient of numbers is not', () => {
    // 0.1 + 0.2 and thirds: these two quotients are the same number in floating point.
    const whole = 9_007_199_254_740_991;
    expect((whole - 1) / whole >= 1).toBe(false);
    expect(shareAtLeast(3_002_399_751_580_330, whole, 1, 3)).toBe(false);
    expect(3_002_399_751_580_330 / whole >= 1 / 3).toBe(true);
    expect(shareAtLeast(3_002_399_751_580_331, whole, 1, 3)).toBe(true);
  });

  test('of nothing are an error, not a yes', () => {
    expect(() => shareAtLeast(0, 0, 1, 2)).toThrow(RangeError);
    expect(() => shareAtMost(0, 0, 1, 2)).toThrow(RangeError);
    expect(() => shareAtLeast(1.5, 2, 1, 2)).toThrow(RangeError);
    expect(() => shareAtLeast(1, 2, 1, 0)).toThrow(RangeError);
    expect(() => percentText(0, 0, 'down')).toThrow(RangeError);
  });

  test('at least and at most both hold only where the share is met exactly', () => {
    const numerator = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(anyFen, fc.integer({ min: 1, max: MOST_FEN }), numerator, (part, whole, share) => {
        const equal = BigInt(part) * 100n === BigInt(share) * BigInt(whole);
        const least = shareAtLeast(part, whole, share, 100);
        const most = shareAtMost(part, whole, share, 100);
        expect(least && most).toBe(equal);
        expect(least || most).toBe(true);
      }),
    );
  });

  test('as text never hide a broken rule', () => {
    expect(percentText(59_999_999, 100_000_000, 'down')).toBe('59.99');
    expect(percentText(50_000_001, 100_000_000, 'up')).toBe('50.01');
    expect(percentText(50, 100, 'up')).toBe('50.00');
    expect(percentText(1, 3, 'down')).toBe('33.33');
    expect(percentText(1, 3, 'up')).toBe('33.34');
    expect(percentText(5, 100, 'down')).toBe('5.00');
    fc.assert(
      fc.property(
        anyFen,
        fc.integer({ min: 1, max: MOST_FEN }),
        fc.integer({ min: 1, max: 99 }),
        (part, whole, share) => {
          fc.pre(part <= whole);
          if (!shareAtLeast(part, whole, share, 100))
            expect(Number(percentText(part, whole, 'down'))).toBeLessThan(share);
          if (!shareAtMost(part, whole, share, 100))
            expect(Number(percentText(part, whole, 'up'))).toBeGreaterThan(share);
        },
      ),
    );
  });
});

describe('an award in instalments', () => {
  test.each([
    [120_000_000, [60_000_000, 36_000_000, 24_000_000]],
    [1, [0, 0, 1]],
    [99, [49, 29, 21]],
    [101, [50, 30, 21]],
    [0, [0, 0, 0]],
    [MOST_FEN, [4_999_999_999_999, 2_999_999_999_999, 2_000_000_000_001]],
  ])('%i fen, 50/30/20: %j', (amount, parts) => {
    expect(splitByPercent(amount, [50, 30, 20])).toEqual(parts);
  });

  test('adds up to the fen, and no part but the last is off by a fen', () => {
    fc.assert(
      fc.property(anyFen, percents, (amount, shares) => {
        const parts = splitByPercent(amount, shares);
        expect(sumFen(parts)).toBe(amount);
        parts.forEach((part, index) => {
          expect(part).toBeGreaterThanOrEqual(0);
          const exact = BigInt(amount) * BigInt(shares[index]!);
          const off = BigInt(part) * 100n - exact;
          if (index < parts.length - 1) expect(off <= 0n && off > -100n).toBe(true);
          else expect(off >= 0n && off < BigInt(100 * parts.length)).toBe(true);
        });
      }),
    );
  });

  test.each([[[50, 30, 21]], [[50, 49]], [[]], [[150, -50]], [[33.3, 66.7]]])('%j is no split', (shares) => {
    expect(() => splitByPercent(100, shares)).toThrow(RangeError);
  });

  test('of less than nothing, or of half a fen, is none', () => {
    expect(() => splitByPercent(-1, [100])).toThrow(RangeError);
    expect(() => splitByPercent(0.5, [100])).toThrow(RangeError);
  });
});

describe('sums', () => {
  test('are exact or refused', () => {
    expect(sumFen([1, 2, 3])).toBe(6);
    expect(sumFen([])).toBe(0);
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => sumFen([0.1, 0.2])).toThrow(RangeError);
  });
});
