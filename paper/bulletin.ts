/** 月通报 as a paper: the district's figures, every unit's, then every item, the worst light first. */
import type { BulletinSnapshot } from '../processes/meeting-action-items/bulletin.ts';
import { lightNames } from '../processes/meeting-action-items/lights.ts';
import { shanghaiDate } from '../processes/shanghai.ts';
import { band, table, textIn } from './grid.ts';
import { SEAL, SOFT, sayDate } from './ink.ts';
import { createSheet } from './sheet.ts';

export interface PrintedBulletin {
  snapshot: BulletinSnapshot;
  preface: string;
  office: string;
  /** Names of units by id. */
  units: ReadonlyMap<string, string>;
  /** Of publication, or of the draft. */
  madeAt: Date;
  draft: boolean;
}

const unitColumns = {
  unit: { title: '牵头单位' },
  red: { title: '红灯', widget: 'number' as const },
  orange: { title: '橙灯', widget: 'number' as const },
  yellow: { title: '黄灯', widget: 'number' as const },
  green: { title: '绿灯', widget: 'number' as const },
  closed: { title: '本月销号', widget: 'number' as const },
  late: { title: '超期', widget: 'number' as const },
  score: { title: '本年得分', widget: 'number' as const },
};

const itemColumns = {
  number: { title: '编号', widget: 'date' as const },
  light: { title: '灯' },
  title: { title: '任务' },
  supporting: { title: '配合单位' },
  dueOn: { title: '完成时限', widget: 'date' as const },
  percent: { title: '进度', widget: 'number' as const },
  reason: { title: '情况' },
};

/** A4 pages as PDF. */
export function bulletinPdf(bulletin: PrintedBulletin): Promise<Buffer> {
  const { snapshot, preface, office, units, madeAt, draft } = bulletin;
  const { month, on, counts, opened, closed, late, items } = snapshot;
  const name = (id: string) => units.get(id) ?? id;
  const title = `${month.slice(0, 4)}年${Number(month.slice(5))}月联席会议任务推进情况通报`;
  const sheet = createSheet({
    ...{ title, author: office, subject: title, printedAt: madeAt },
    foot: `${office}　数据截至 ${sayDate(on)}${draft ? '　（待审稿）' : ''}`,
  });
  sheet.flow([
    ...sheet.text(office, sheet.width, { size: 13, font: 'serif-bold', color: SEAL, align: 'center' }),
    ...sheet.text(title, sheet.width, { size: 17, font: 'serif-bold', align: 'center' }),
    ...sheet.text('联席会议任务推进情况（四(二)）', sheet.width, { size: 8, color: SOFT, align: 'center' }),
  ]);
  sheet.gap(12);
  if (preface) sheet.flow(sheet.text(`　　${preface}`, sheet.width, { size: 10.5 }));
  const open = counts.red + counts.orange + counts.yellow + counts.green;
  const summary =
    `　　截至 ${sayDate(on)}，在办任务 ${open} 件：红灯 ${counts.red} 件、橙灯 ${counts.orange} 件、黄灯 ${counts.yellow} 件、` +
    `绿灯 ${counts.green} 件；本月新下达 ${opened} 件，销号 ${closed} 件，超期 ${late} 件。`;
  sheet.flow(sheet.text(summary, sheet.width, { size: 10.5 }));
  sheet.gap(10);
  band(sheet, '一、各单位情况');
  const unitRows = snapshot.units.map(({ unitId, counts: of, ...rest }) => ({ unit: name(unitId), ...of, ...rest }));
  if (unitRows.length > 0) table(sheet, { items: { properties: unitColumns } }, unitRows);
  else sheet.row([{ width: sheet.width, lines: textIn(sheet, '本月没有在办或销号的任务。', sheet.width) }]);
  sheet.gap(12);
  band(sheet, '二、任务清单');
  const itemRows = items.map(({ light, reason, supportingUnitIds, percent, ...item }) => ({
    ...item,
    light: lightNames[light].zh.replace(/（.*/, ''),
    reason: item.late && item.closedOn ? `${reason.zh}（超期完成）` : reason.zh,
    supporting: supportingUnitIds.map(name).join('、'),
    percent: `${percent}%`,
  }));
  if (itemRows.length > 0) table(sheet, { items: { properties: itemColumns } }, itemRows);
  sheet.gap(14);
  sheet.flow([
    ...sheet.text(office, sheet.width, { align: 'right' }),
    ...sheet.text(draft ? '待审' : sayDate(shanghaiDate(madeAt.getTime())), sheet.width, {
      align: 'right',
      color: SOFT,
    }),
  ]);
  return sheet.finish();
}
