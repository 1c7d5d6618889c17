import { files, section } from '../form-fields.ts';
import type { evidenceSlots } from './policy.ts';
import { evidenceNames } from './words.ts';

type Slot = (typeof evidenceSlots)[number];

/** What each slot has to show. Which slots are required is policy (`evidence`), checked by the rule `evidence`. */
const shows: Record<Slot, { zh: string; en: string }> = {
  demandEvidence: { zh: '近一年完成，注明调研企业', en: 'of the last year, naming the enterprises asked' },
  agreements: { zh: '表单所列每家企业，双方盖章', en: 'with each enterprise listed, stamped by both' },
  trainingPlan: { zh: '含课程设置与学时', en: 'with courses and hours' },
  teachers: { zh: '证书编号清单', en: 'list of certificate numbers' },
  facilities: { zh: '面积、台套数与原值', en: 'areas, numbers and original values' },
  budgetBasis: { zh: '每项预算的测算过程', en: 'how each line was calculated' },
  equipmentPlan: { zh: '三家以上询价', en: 'three quotations or more' },
  selfRaised: { zh: '学校或企业盖章', en: 'stamped by the school or the enterprise' },
  otherFunds: { zh: '写明用途和金额', en: 'naming purpose and amount' },
};

const slot = (id: Slot) =>
  files(10, {
    title: evidenceNames[id].zh,
    titleEn: evidenceNames[id].en,
    evidence: `${shows[id].zh} / ${shows[id].en}`,
  });

export const evidence = section(
  {
    demandEvidence: slot('demandEvidence'),
    agreements: slot('agreements'),
    trainingPlan: slot('trainingPlan'),
    teachers: slot('teachers'),
    facilities: slot('facilities'),
    budgetBasis: slot('budgetBasis'),
    equipmentPlan: slot('equipmentPlan'),
    selfRaised: slot('selfRaised'),
    otherFunds: slot('otherFunds'),
  } satisfies Record<Slot, unknown>,
  {
    title: '证明材料',
    titleEn: 'Evidence',
    description: '仅供办理人员核验',
    descriptionEn: 'Seen only by those who handle the case',
  },
);
