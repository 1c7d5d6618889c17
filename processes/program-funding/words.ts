/** The words of the funding form, as the office says them. */
import type { Bilingual } from '../case.ts';
import type { budgetCategories, evidenceSlots, programLevels, situations, targetKinds } from './policy.ts';

type Words<T extends readonly string[]> = Record<T[number], Bilingual>;

export const programLevelNames: Words<typeof programLevels> = {
  secondary: { zh: '中职', en: 'Secondary vocational' },
  higher: { zh: '高职专科', en: 'Higher vocational' },
  undergraduate: { zh: '职业本科', en: 'Vocational undergraduate' },
};

export const budgetCategoryNames: Words<typeof budgetCategories> = {
  equipment: { zh: '设备购置', en: 'Equipment' },
  teachers: { zh: '师资队伍', en: 'Teachers' },
  courses: { zh: '课程资源', en: 'Courses' },
  'training-base': { zh: '实训基地', en: 'Training base' },
  other: { zh: '其他', en: 'Other' },
};

export const targetKindNames: Words<typeof targetKinds> = {
  quantity: { zh: '数量指标', en: 'Quantity' },
  quality: { zh: '质量指标', en: 'Quality' },
  timeliness: { zh: '时效指标', en: 'Timeliness' },
  cost: { zh: '成本指标', en: 'Cost' },
  benefit: { zh: '效益指标', en: 'Benefit' },
  satisfaction: { zh: '满意度指标', en: 'Satisfaction' },
};

export const evidenceNames: Words<typeof evidenceSlots> = {
  demandEvidence: { zh: '产业人才需求调研报告', en: 'Survey of the demand for skilled people' },
  agreements: { zh: '校企合作协议', en: 'School–enterprise agreements' },
  trainingPlan: { zh: '人才培养方案', en: 'Training plan' },
  teachers: { zh: '双师型教师证明', en: 'Proof of dual-qualified teachers' },
  facilities: { zh: '场地与现有设备清单', en: 'List of rooms and existing equipment' },
  budgetBasis: { zh: '预算测算依据', en: 'Basis of the budget' },
  equipmentPlan: { zh: '设备购置论证及询价材料', en: 'Case for the equipment, with quotations' },
  selfRaised: { zh: '自筹资金承诺函', en: 'Undertaking for the self-raised money' },
  otherFunds: { zh: '其他财政资金批复文件', en: 'Decisions on other fiscal funds' },
};

/** Why a piece of evidence is asked for. */
export const situationNames: Words<typeof situations> = {
  always: { zh: '所有申请', en: 'every application' },
  'with-partners': { zh: '填写了合作企业', en: 'partner enterprises are listed' },
  'with-dual-qualified': { zh: '填写了双师型教师', en: 'dual-qualified teachers are counted' },
  'with-equipment': { zh: '预算含设备购置', en: 'the budget has equipment' },
  'with-self-raised': { zh: '填写了自筹资金', en: 'self-raised money is stated' },
  'with-other-funds': { zh: '填写了其他财政资金', en: 'other fiscal funds are listed' },
};
