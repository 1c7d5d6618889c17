import type { Bilingual } from '../case.ts';
import type { EntryKind } from './journal.ts';

/** What a line of an item's journal says happened. */
export const entryNames: Record<EntryKind, Bilingual> = {
  opened: { zh: '下达', en: 'Given out' },
  accepted: { zh: '认领', en: 'Taken on' },
  progress: { zh: '报送进度', en: 'Progress' },
  milestone: { zh: '完成节点', en: 'Milestone reached' },
  'extension-asked': { zh: '申请延期', en: 'Extension asked for' },
  extended: { zh: '同意延期', en: 'Extended' },
  'extension-refused': { zh: '不予延期', en: 'Extension refused' },
  'close-out-asked': { zh: '申请销号', en: 'Close-out asked for' },
  confirmed: { zh: '配合单位确认', en: 'Confirmed' },
  disagreed: { zh: '配合单位有异议', en: 'A supporting unit disagrees' },
  'close-out-returned': { zh: '退回重办', en: 'Sent back' },
  closed: { zh: '销号', en: 'Closed out' },
  reopened: { zh: '重新打开', en: 'Reopened' },
  'contact-changed': { zh: '更换联络员', en: 'Contact changed' },
  'light-set': { zh: '人工定灯', en: 'Light set by hand' },
  'light-cleared': { zh: '取消人工定灯', en: 'Light computed again' },
};
