import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dazu, levelsOf, oneOf } from './dazu.ts';
import { budgetOf, fundingFindings as findingsOf, line, withPolicy } from './funding.ts';

describe('the sum of the lines', () => {
  test('a fen too much blocks, with both sums and the difference', () => {
    const finding = oneOf(
      findingsOf((form) => (form.budget.requestedFen += 1)),
      'lines-add-up',
    );
    expect(finding).toMatchObject({ level: 'error', path: 'budget.requestedFen' });
    expect(finding.message.zh).toBe('预算各行合计 1,200,000.00 元，申请资金 1,200,000.01 元，相差 0.01 元');
    expect(finding.clause).toContain('预算编制');
  });

  test('a fen too little blocks', () => {
    expect(
      levelsOf(
        findingsOf((form) => (form.budget.requestedFen -= 1)),
        'lines-add-up',
      ),
    ).toEqual(['error budget.requestedFen']);
  });

  test('is exact where a sum of decimal numbers is not', () => {
    // As decimal numbers of yuan they would be 3.3000000000000003 and 3.3.
    expect(1.1 + 2.2 === 3.3).toBe(false);
    const finding = oneOf(findingsOf(budgetOf(330, line('other', 110), line('courses', 220))), 'lines-add-up');
    expect(finding.level).toBe('ok');
    expect(finding.message.zh).toContain('3.30 元');
  });

  test('holds for any amount split in any way, and for no other', () => {
    const policy = dazu();
    const lines = fc.array(fc.integer({ min: 1, max: 300_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.integer({ min: -5, max: 5 }), (amounts, off) => {
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        fc.pre(sum + off > 0);
        const rows = amounts.map((amount, index) => line('other', amount, `item ${index}`));
        expect(oneOf(findingsOf(budgetOf(sum + off, ...rows), { policy }), 'lines-add-up').level).toBe(
          off === 0 ? 'ok' : 'error',
        );
      }),
      { numRuns: 60 },
    );
  });

  test('no line at all blocks, and asks for lines rather than for sums', () => {
    const findings = findingsOf(budgetOf(120_000_000));
    expect(levelsOf(findings, 'budget-lines')).toEqual(['error budget.lines']);
    for (const rule of ['lines-add-up', 'line-amounts', 'lines-distinct', 'equipment-share'])
      expect(levelsOf(findings, rule)).toEqual([]);
  });
});

describe('a line', () => {
  test('is its quantity times its price; the row and both numbers are named', () => {
    const finding = oneOf(
      findingsOf((form) => {
        form.budget.lines[2]!.quantity = 5;
      }),
      'line-amounts',
    );
    expect(finding).toMatchObject({ level: 'error', path: 'budget.lines.2.amountFen' });
    expect(finding.message.zh).toBe('预算第 3 行：5 × 30,000.00 = 150,000.00，填报金额 180,000.00');
  });

  test('that multiplies beyond any amount is wrong, not a crash', () => {
    const finding = oneOf(
      findingsOf((form) => {
        form.budget.lines[0]!.quantity = 100_000;
        form.budget.lines[0]!.unitPriceFen = 9_999_999_999_999;
      }),
      'line-amounts',
    );
    expect(finding.level).toBe('error');
    expect(finding.message.zh).toContain('超出上限');
  });

  test.each([['六轴工业机器人工作站'], [' 六轴 工业机器人工作站。'], ['六轴工业机器人工作站'.normalize('NFD')]])(
    'that repeats an item (%j) blocks at its row',
    (item) => {
      const findings = findingsOf((form) => {
        form.budget.lines[4]!.item = item;
      });
      expect(levelsOf(findings, 'lines-distinct')).toEqual(['error budget.lines.4.item']);
      expect(oneOf(findings, 'lines-distinct').message.zh).toContain('第 5 行与第 1 行');
    },
  );

  test('is told apart by letters and digits: width and case do not count, numbers do', () => {
    const items = (a: string, b: string) =>
      levelsOf(
        findingsOf(budgetOf(20_000_000, line('other', 10_000_000, a), line('courses', 10_000_000, b))),
        'lines-distinct',
      );
    expect(items('PLC 实训台', 'ｐｌｃ实训台')).toEqual(['error budget.lines.1.item']);
    expect(items('实训台 1', '实训台 2')).toEqual(['ok budget.lines']);
    expect(items('—', '……')).toEqual(['ok budget.lines']);
  });
});

describe('the share of equipment', () => {
  const share = (equipment: number, rest: number) =>
    oneOf(findingsOf(budgetOf(equipment + rest, line('equipment', equipment), line('other', rest))), 'equipment-share');

  test('50 % to the fen is kept', () => {
    const finding = share(60_000_000, 60_000_000);
    expect(finding.level).toBe('ok');
    expect(finding.message.zh).toContain('占预算 50.00 %');
  });

  test('a fen more is not, and reads as more', () => {
    const finding = share(60_000_001, 60_000_000);
    expect(finding).toMatchObject({ level: 'error', path: 'budget.lines' });
    expect(finding.message.zh).toBe('设备购置 600,000.01 元，占预算 50.01 %，上限 50.00 %');
    expect(finding.clause).toContain('设备费占比');
  });

  test('counts every equipment line, and none that is called something else', () => {
    const findings = findingsOf(
      budgetOf(
        12_000_000,
        line('equipment', 3_000_000, 'a'),
        line('equipment', 3_000_001, 'b'),
        line('training-base', 5_999_999, 'c'),
      ),
    );
    expect(oneOf(findings, 'equipment-share').level).toBe('error');
    expect(oneOf(findingsOf(budgetOf(12_000_000, line('training-base', 12_000_000))), 'equipment-share').level).toBe(
      'ok',
    );
  });

  test('follows the policy of the district', () => {
    const findings = findingsOf(
      undefined,
      withPolicy((policy) => (policy.equipment.atMostPercent = 48)),
    );
    expect(oneOf(findings, 'equipment-share').level).toBe('error');
  });
});

describe('the limits of a request', () => {
  const requested = (fen: number) => oneOf(findingsOf(budgetOf(fen, line('other', fen))), 'request-limits');

  test.each([
    [5_000_000, 'ok'],
    [4_999_999, 'error'],
    [300_000_000, 'ok'],
    [300_000_001, 'error'],
  ])('%i fen: %s', (fen, level) => {
    expect(requested(fen)).toMatchObject({ level, path: 'budget.requestedFen' });
  });

  test('name the amount, the limits and the clause', () => {
    expect(requested(300_000_001).message.zh).toBe('申请资金 3,000,000.01 元，限额 50,000.00 至 3,000,000.00 元');
    expect(requested(300_000_001).clause).toContain('申请限额');
  });
});

describe('no second fiscal fund for the same line', () => {
  test('a line that names one blocks', () => {
    const finding = oneOf(
      findingsOf((form) => (form.budget.lines[1]!.otherFund = '市级实训基地补助')),
      'one-fiscal-fund',
    );
    expect(finding).toMatchObject({ level: 'error', path: 'budget.lines.1.otherFund' });
    expect(finding.message.zh).toContain('市级实训基地补助');
    expect(finding.clause).toContain('不得重复');
  });

  test('a fund listed for the item of a line blocks, however it is written', () => {
    const findings = findingsOf((form) => (form.otherMoney.otherFunds[0]!.item = '机器人实训车间 改造'));
    expect(levelsOf(findings, 'one-fiscal-fund')).toEqual(['error otherMoney.otherFunds.0.item']);
    expect(oneOf(findings, 'one-fiscal-fund').message.zh).toContain('预算第 2 行');
  });

  test('a fund for something else does not, nor an empty field', () => {
    expect(
      levelsOf(
        findingsOf((form) => (form.budget.lines[1]!.otherFund = '  ')),
        'one-fiscal-fund',
      ),
    ).toEqual(['ok']);
  });
});
