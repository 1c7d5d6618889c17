/** 导出指标: the year's indicators on one sheet, the units they are made of on another, the trend on a third. */
import writeExcelFile from 'write-excel-file/node';
import type { Asker } from '../asker.ts';
import { text } from '../fund/sheet-cells.ts';
import type { Needs } from '../needs.ts';
import type { Language } from '../problems.ts';
import { readIndicator, readIndicators } from './read-indicators.ts';

type Reading = Pick<Needs, 'prisma' | 'policy' | 'directory' | 'clock'>;

const words = {
  zh: {
    sheets: ['指标', '分单位', '历年'],
    list: ['指标', '条款', '责任单位', '级别', '年度', '目标', '实际', '分子（数值）', '分母', '状态', '差距', '说明'],
    units: ['指标', '单位', '数值', '分子（数值）', '分母', '差距', '说明'],
    trend: ['指标', '年度', '目标', '实际', '状态'],
    states: { met: '已达标', below: '未达标', 'on-the-way': '推进中', 'no-data': '无数据' },
  },
  en: {
    sheets: ['Indicators', 'Units', 'Trend'],
    list: [
      'Indicator',
      'Clause',
      'In charge',
      'Level',
      'Year',
      'Target',
      'Actual',
      'Numerator (figure)',
      'Denominator',
      'State',
      'Distance',
      'Note',
    ],
    units: ['Indicator', 'Unit', 'Figure', 'Numerator (figure)', 'Denominator', 'Missing', 'Note'],
    trend: ['Indicator', 'Year', 'Target', 'Actual', 'State'],
    states: { met: 'Reached', below: 'Below target', 'on-the-way': 'On the way', 'no-data': 'No figures' },
  },
};

export async function indicatorsSheet(
  needs: Reading,
  asker: Asker,
  asked: number | undefined,
  language: Language,
): Promise<{ sheet: Buffer; year: number }> {
  const { items, year } = await readIndicators(needs, asked);
  const details = await Promise.all(items.map(({ id }) => readIndicator(needs, asker, id, year)));
  const say = words[language];
  const head = (names: string[]) => names.map((value) => ({ value, fontWeight: 'bold' as const }));
  const list = items.map((item) => [
    ...[item.name[language], item.clause, item.unit.name[language], item.levelText[language]].map(text),
    whole(year),
    text(item.target?.text),
    text(item.value?.text ?? say.states['no-data']),
    whole(item.value?.part),
    whole(item.value?.whole),
    text(item.stateText[language]),
    text(item.missing?.[language]),
    text([item.reason?.[language] ?? '', ...item.notes.map((note) => note[language])].filter(Boolean).join('; ')),
  ]);
  const units = details.flatMap(({ name, byUnit }) =>
    byUnit.map(({ unit, value, missing, note }) => [
      text(name[language]),
      text(unit.name[language]),
      text(value.text),
      whole(value.part),
      whole(value.whole),
      whole(missing),
      text(note?.[language]),
    ]),
  );
  const trend = items.flatMap(({ name, series }) =>
    series.map((point) => [
      text(name[language]),
      whole(point.year),
      text(point.target?.text),
      text(point.value?.text),
      text(say.states[point.state]),
    ]),
  );
  const sheets = [
    {
      data: [head(say.list), ...list],
      sheet: say.sheets[0]!,
      columns: [26, 16, 14, 10, 8, 16, 16, 16, 16, 10, 22, 48],
    },
    { data: [head(say.units), ...units], sheet: say.sheets[1]!, columns: [26, 24, 16, 16, 16, 12, 40] },
    { data: [head(say.trend), ...trend], sheet: say.sheets[2]!, columns: [26, 8, 16, 16, 10] },
  ].map(({ columns, ...rest }) => ({
    ...rest,
    columns: columns.map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  return { sheet: await writeExcelFile(sheets).toBuffer(), year };
}

/** Exact as a spreadsheet's number: whole and far below 2^53. */
const whole = (value: number | null | undefined) =>
  value === null || value === undefined ? null : { value, type: Number };
