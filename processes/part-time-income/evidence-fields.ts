import { files, section } from '../form-fields.ts';
import type { FieldMeta } from '../process.ts';
import type { evidenceSlots } from './vocabulary.ts';
import { evidenceNames } from './words.ts';

type Slot = (typeof evidenceSlots)[number];

/** What each slot has to show. Which slots are required is policy (`evidence`), checked by the rule `evidence`. */
const shows: Record<Slot, { zh: string; en: string }> = {
  agreement: { zh: '写明职责、期限、报酬、知识产权和保密', en: 'duties, term, pay, IP and confidentiality' },
  hostLicence: { zh: '在有效期内', en: 'still valid' },
  foreignHost: { zh: '注册地出具，附中文译文', en: 'of the place of registration, with a Chinese translation' },
  equity: { zh: '写明比例与出资额', en: 'with share and contribution' },
  injuryInsurance: { zh: '缴纳人与期限', en: 'who pays, until when' },
  ownEnterprise: { zh: '经营范围、股权结构与时间安排', en: 'business, shareholders and time' },
};

/** Slots of a situation that the form says are offered in it alone. */
const offered: Partial<Record<Slot, FieldMeta['showWhen']>> = {
  foreignHost: { path: 'host.place', in: ['abroad'] },
  ownEnterprise: { path: 'host.kind', in: ['own-enterprise'] },
};

const slot = (id: Slot) =>
  files(10, {
    title: evidenceNames[id].zh,
    titleEn: evidenceNames[id].en,
    evidence: `${shows[id].zh} / ${shows[id].en}`,
    ...(offered[id] && { showWhen: offered[id] }),
  });

export const evidence = section(
  {
    agreement: slot('agreement'),
    hostLicence: slot('hostLicence'),
    foreignHost: slot('foreignHost'),
    equity: slot('equity'),
    injuryInsurance: slot('injuryInsurance'),
    ownEnterprise: slot('ownEnterprise'),
  } satisfies Record<Slot, unknown>,
  {
    title: '证明材料',
    titleEn: 'Evidence',
    description: '仅供办理人员核验',
    descriptionEn: 'Seen only by those who handle the case',
  },
);
