/** Accounts and acts of the fund in the office's words. */
import type { FundAccount, PostingKind } from '../../prisma/fund-ledger.ts';
import type { Bilingual } from '../../processes/case.ts';

export const accountNames: Record<FundAccount, Bilingual> = {
  source: { zh: '资金来源', en: 'Source' },
  available: { zh: '可用', en: 'Available' },
  reserved: { zh: '预留', en: 'Reserved' },
  committed: { zh: '承诺', en: 'Committed' },
  'paid-out': { zh: '已拨付', en: 'Paid out' },
  'clawed-back': { zh: '应收回', en: 'Clawed back, to come' },
};

export const postingNames: Record<PostingKind, Bilingual> = {
  source: { zh: '资金到位', en: 'Money received' },
  'carry-over': { zh: '结转下年', en: 'Carried over' },
  return: { zh: '结余退回', en: 'Returned to its source' },
  reserve: { zh: '预留', en: 'Reserved' },
  commit: { zh: '立项承诺', en: 'Committed' },
  release: { zh: '释放', en: 'Released' },
  pay: { zh: '拨付', en: 'Paid' },
  'claw-back': { zh: '决定收回', en: 'Clawback ordered' },
  recover: { zh: '收回到账', en: 'Money returned' },
};
