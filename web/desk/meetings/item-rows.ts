/** Rows of the table that makes action items, as they are typed or read from a spreadsheet. */
import type { ItemSheetView, MeetingItemInput } from '../../../api/contract/meetings.ts';
import type { Bilingual } from '../../../processes/case.ts';

export interface TableRow {
  key: string;
  content: string;
  measure: string;
  lead: string[];
  supporting: string[];
  dueOn: string;
  contact: string;
  leader: string;
  topicId?: string;
  topic?: string;
  clause: string;
  errors: CellNote[];
  notes: CellNote[];
}

export interface CellNote {
  path: string;
  cell: string | null;
  message: Bilingual;
}

export type Field = Exclude<keyof TableRow, 'key' | 'errors' | 'notes' | 'topic'>;

/** Which column of the table a path of the API belongs to. */
export const fieldOf = (path: string): Field => {
  const head = path.split('.')[0];
  switch (head) {
    case 'leadUnits':
      return 'lead';
    case 'supportingUnits':
      return 'supporting';
    case 'topic':
      return 'topicId';
    case 'measure':
    case 'dueOn':
    case 'contact':
    case 'leader':
    case 'clause':
      return head;
    default:
      return 'content';
  }
};

export const blankRow = (): TableRow => ({
  key: crypto.randomUUID(),
  ...{ content: '', measure: '', lead: [], supporting: [], dueOn: '', contact: '', leader: '', clause: '' },
  ...{ errors: [], notes: [] },
});

/** `unitOf` gives the id of a unit named in a cell; what it does not know stays as it was written. */
export const rowsOfSheet = ({ rows }: ItemSheetView, unitOf: (said: string) => string): TableRow[] =>
  rows.map(({ row, errors, notes }) => ({
    key: crypto.randomUUID(),
    content: row.content,
    measure: row.measure,
    lead: row.leadUnits.map(unitOf),
    supporting: row.supportingUnits.map(unitOf),
    dueOn: row.dueOn,
    contact: row.contact ?? '',
    leader: row.leader ?? '',
    clause: row.clause ?? '',
    ...(row.topicId && { topicId: row.topicId }),
    ...(row.topic && { topic: row.topic }),
    errors,
    notes,
  }));

export const itemOf = ({
  content,
  measure,
  lead,
  supporting,
  dueOn,
  contact,
  leader,
  topicId,
  topic,
  clause,
}: TableRow): MeetingItemInput => ({
  content: content.trim(),
  measure: measure.trim(),
  leadUnits: lead,
  supportingUnits: supporting,
  dueOn,
  ...(contact.trim() && { contact: contact.trim() }),
  ...(leader.trim() && { leader: leader.trim() }),
  ...(clause.trim() && { clause: clause.trim() }),
  ...(topicId && { topicId }),
  ...(topic && { topic }),
});

/** `items.3.dueOn` → row 3. */
export const withErrors = (rows: TableRow[], errors: readonly { path: string; message: string }[]): TableRow[] =>
  rows.map((row, index) => ({
    ...row,
    errors: errors.flatMap(({ path, message }) => {
      const [, at, field = 'content'] = /^items\.(\d+)\.?(.*)$/.exec(path.replace(/^body\./, '')) ?? [];
      return Number(at) === index ? [{ path: field, cell: null, message: { zh: message, en: message } }] : [];
    }),
  }));
