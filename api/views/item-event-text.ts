/** Timeline sentences of an action item. */
import { lightNames, type OpenLight } from '../../processes/meeting-action-items/lights.ts';
import { backwardsReasonNames } from '../../processes/meeting-action-items/words.ts';
import type { Bilingual } from '../../processes/case.ts';
import type { EventWords } from './event-text.ts';

const by =
  (zh: string, en: string) =>
  ({ actor }: EventWords): Bilingual => ({ zh: `${actor}${zh}`, en: `${actor} ${en}` });

export const itemSentences = {
  'progress-reported': ({ actor, facts }: EventWords): Bilingual => {
    const why = backwardsReasonNames.find(({ value }) => value === facts.reason)?.label;
    return {
      zh: `${actor}报送进度 ${facts.percent}%${why ? `（由 ${facts.before}% 后退：${why.zh}）` : ''}`,
      en: `${actor} reported ${facts.percent}%${why ? ` (back from ${facts.before}%: ${why.en})` : ''}`,
    };
  },
  'milestone-reached': ({ actor, facts }: EventWords): Bilingual => ({
    zh: `${actor}完成第 ${facts.milestone} 个节点`,
    en: `${actor} reached milestone ${facts.milestone}`,
  }),
  'extension-asked': ({ actor, facts }: EventWords): Bilingual => ({
    zh: `${actor}申请延期：${facts.from} 延至 ${facts.dueOn}`,
    en: `${actor} asked for more time: from ${facts.from} to ${facts.dueOn}`,
  }),
  extended: ({ facts }: EventWords): Bilingual => ({
    zh: `完成时限由 ${facts.from} 延至 ${facts.dueOn}`,
    en: `Extended from ${facts.from} to ${facts.dueOn}`,
  }),
  'extension-refused': ({ facts }: EventWords): Bilingual => ({
    zh: `不予延期，完成时限仍为 ${facts.from}`,
    en: `No extension: still due on ${facts.from}`,
  }),
  'close-out-asked': by('申请销号', 'asked for close-out'),
  'support-confirmed': by('代表配合单位确认', 'confirmed for a supporting unit'),
  'support-disagreed': by('代表配合单位提出异议，退回牵头单位', 'disagreed for a supporting unit: back to the lead'),
  'support-tacit': (): Bilingual => ({
    zh: '配合单位逾期未答复，视为确认',
    en: 'No answer in time: taken as agreement',
  }),
  'close-out-returned': by('退回重办', 'sent it back to be done again'),
  'closed-out': by('销号', 'closed the item out'),
  reopened: ({ actor, facts }: EventWords): Bilingual => ({
    zh: `${actor}重新打开任务，新时限 ${facts.dueOn}`,
    en: `${actor} reopened the item, now due on ${facts.dueOn}`,
  }),
  'contact-changed': by('更换联络员', 'named another contact'),
  'light-set': ({ actor, facts }: EventWords): Bilingual => {
    const light = lightNames[facts.light as OpenLight];
    return { zh: `${actor}人工定为${light?.zh}`, en: `${actor} set the light to ${light?.en} by hand` };
  },
  'light-cleared': by('取消人工定灯，恢复计算', 'let the light be computed again'),
};
