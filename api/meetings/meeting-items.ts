/** Action items from published minutes: a table typed or brought as a spreadsheet, looked at cell by cell, then given out in one go. */
import type { Bilingual } from '../../processes/case.ts';
import {
  itemColumns,
  readItemSheet,
  type SheetProblem,
  type SheetRow,
} from '../../processes/joint-meeting/item-sheet.ts';
import { createItems, type CreatedItem } from '../action-items/create-items.ts';
import { readRows } from '../action-items/read-rows.ts';
import type { Asker } from '../asker.ts';
import type { ItemRow } from '../contract/action-items.ts';
import type { ItemSheetView, MeetingItemRow } from '../contract/meetings.ts';
import { heads, text } from '../fund/sheet-cells.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import type { Language } from '../problems.ts';
import { recognised } from '../uploads/keep-upload.ts';
import type { Upload } from '../uploads/receive-upload.ts';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import type { MeetingRecord, MeetingSight } from './sight.ts';

/** The office only, and only what was published: an item stands on signed minutes. */
export function mustGiveOutItems({ publishedAt }: MeetingRecord, { office }: MeetingSight): void {
  if (!office) throw new Problem('Forbidden');
  if (publishedAt === null) throw new Problem('NotOpen');
}

/** The items of a meeting, each with the meeting's name and number as its source. */
export const createMeetingItems = (
  needs: Needs,
  asker: Asker,
  meeting: MeetingRecord,
  rows: readonly MeetingItemRow[],
  batch: string,
): Promise<CreatedItem[]> =>
  createItems(
    needs,
    asker,
    rows.map((row) => itemOf(meeting, row)),
    batch,
  );

const itemOf = ({ caseId, file, minutesNumber }: MeetingRecord, row: MeetingItemRow): ItemRow => ({
  ...row,
  meetingId: caseId,
  meeting: minutesNumber ? `${file.title}（${minutesNumber}）` : file.title,
});

/** What the spreadsheet holds and what is wrong with it, nothing made yet. Throws FileTypeNotAllowed and FileUnsafe. */
export async function readMeetingItems(
  needs: Needs,
  asker: Asker,
  meeting: MeetingRecord,
  { path, name, size }: Upload,
): Promise<ItemSheetView> {
  const mime = await recognised(path, name, size);
  if (!mime.endsWith('spreadsheetml.sheet')) throw new Problem('FileTypeNotAllowed');
  const topics = await needs.prisma.topic.findMany({
    where: { caseId: meeting.caseId, sentAt: { not: null } },
    select: { id: true, title: true },
  });
  const cells = await readSheet(path).catch((error: unknown) => {
    throw new Problem('FileUnsafe', {}, { cause: error });
  });
  const sheet = readItemSheet(cells, topics);
  const rows = sheet.rows.map(({ row }) => itemRowOf(row));
  const read = await readRows(
    needs,
    asker,
    rows.map((row) => itemOf(meeting, row)),
  );
  return {
    problems: sheet.problems.map(({ cell, message }) => ({ cell: cell ?? null, message })),
    rows: sheet.rows.map(({ line, cells: at, problems }, index) => {
      const own = problems.map(({ cell, path: field, message }) => place(field ?? 'content', cell, message));
      // What cannot be read has been told; that it is missing then would only repeat it.
      const rules = (read[index]?.errors ?? []).filter(({ path: field }) =>
        own.every((one) => one.path !== head(field)),
      );
      const notes = read[index]?.notes ?? [];
      const found = ({ path: field, message }: { path: string; message: Bilingual }) =>
        place(field, at[head(field) as keyof SheetRow], message);
      return {
        line,
        row: rows[index] as MeetingItemRow,
        errors: [...own, ...rules.map(found)],
        notes: notes.map(found),
      };
    }),
  };
}

const place = (path: string, cell: SheetProblem['cell'], message: Bilingual) => ({ path, cell: cell ?? null, message });

/** `leadUnits.0` → `leadUnits` */
const head = (path: string): string => path.split('.')[0] ?? path;

/** A cell may hold more than a field: it is cut here and named by the rules. */
const itemRowOf = ({ content, measure, leadUnits, supportingUnits, ...rest }: SheetRow): MeetingItemRow => ({
  ...rest,
  content: content.slice(0, 5000),
  measure: measure.slice(0, 5000),
  leadUnits: leadUnits.slice(0, 20).map((unit) => unit.slice(0, 120)),
  supportingUnits: supportingUnits.slice(0, 40).map((unit) => unit.slice(0, 120)),
  milestones: [],
});

/** 模板: the heads, an example, and on a second sheet the names of units and of this meeting's topics. */
export async function itemTemplate(needs: Needs, meeting: MeetingRecord, language: Language): Promise<Buffer> {
  const columns = Object.values(itemColumns);
  const units = [...(await needs.directory.units()).values()].filter(({ kind }) => kind !== 'enterprise');
  const topics = await needs.prisma.topic.findMany({
    where: { caseId: meeting.caseId, sentAt: { not: null } },
    orderBy: [{ unitId: 'asc' }, { position: 'asc' }],
    select: { title: true },
  });
  const words = {
    zh: { items: '任务表', names: '单位和议题', unit: '单位名称', topic: '本次会议议题' },
    en: { items: 'Items', names: 'Names', unit: 'Units', topic: 'Topics of this meeting' },
  }[language];
  const title = (column: (typeof columns)[number]) => `${column[language]}${column.required ? ' *' : ''}`;
  const lines = Math.max(units.length, topics.length);
  return writeExcelFile([
    {
      sheet: words.items,
      data: [heads(columns.map(title))],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      sheet: words.names,
      data: [
        heads([words.unit, words.topic]),
        ...Array.from({ length: lines }, (_, index) => [
          text(units[index]?.name[language]),
          text(topics[index]?.title),
        ]),
      ],
      columns: [{ width: 32 }, { width: 60 }],
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}
