/** The words of the part-time post's form, as the office says them. */
import type { Bilingual } from '../case.ts';
import type {
  declarationRhythms,
  evidenceSlots,
  hostPlaces,
  insurers,
  kinds,
  postTypes,
  relations,
  situations,
  standings,
} from './vocabulary.ts';

type Words<T extends readonly string[]> = Record<T[number], Bilingual>;

export const postTypeNames: Words<typeof postTypes> = {
  technical: { zh: '专业技术岗位', en: 'Professional and technical' },
  management: { zh: '管理岗位', en: 'Management' },
  both: { zh: '双肩挑', en: 'Both' },
};

export const standingNames: Words<typeof standings> = {
  regular: { zh: '正常在岗', en: 'Regular' },
  probation: { zh: '试用期内', en: 'On probation' },
  sanction: { zh: '处分期内', en: 'Under a sanction' },
};

export const kindNames: Words<typeof kinds> = {
  academic: { zh: '学术兼职', en: 'Academic post' },
  social: { zh: '社会兼职', en: 'Post in a public body' },
  enterprise: { zh: '企业兼职', en: 'Post in an enterprise' },
  'own-enterprise': { zh: '在职创办企业', en: 'Own enterprise while in post' },
};

export const hostPlaceNames: Words<typeof hostPlaces> = {
  domestic: { zh: '境内单位', en: 'In mainland China' },
  abroad: { zh: '境外单位', en: 'Outside mainland China' },
};

export const relationNames: Words<typeof relations> = {
  none: { zh: '无关系', en: 'None' },
  partner: { zh: '校企合作单位', en: 'Partner of the school' },
  founded: { zh: '学校举办或投资', en: 'Founded or funded by the school' },
  supplier: { zh: '与学校有采购、承包等业务往来', en: 'Supplier or contractor of the school' },
};

export const insurerNames: Words<typeof insurers> = {
  host: { zh: '兼职单位', en: 'The host' },
  school: { zh: '学校', en: 'The school' },
  teacher: { zh: '本人投保商业保险', en: 'The teacher, by private insurance' },
};

export const declarationRhythmNames: Words<typeof declarationRhythms> = {
  year: { zh: '每年', en: 'Yearly' },
  quarter: { zh: '每季度', en: 'Quarterly' },
};

export const evidenceNames: Words<typeof evidenceSlots> = {
  agreement: { zh: '兼职协议', en: 'Agreement with the host' },
  hostLicence: { zh: '兼职单位营业执照或法人证书', en: "Host's licence" },
  foreignHost: { zh: '境外单位注册证明', en: "Foreign host's registration" },
  equity: { zh: '股权（出资）证明', en: 'Proof of equity' },
  injuryInsurance: { zh: '工伤保险缴纳证明', en: 'Proof of work-injury insurance' },
  ownEnterprise: { zh: '创办企业可行性说明', en: 'Plan of the own enterprise' },
};

/** Why a piece of evidence is asked for. */
export const situationNames: Words<typeof situations> = {
  always: { zh: '所有申请', en: 'every application' },
  domestic: { zh: '兼职单位在境内', en: 'the host is in mainland China' },
  abroad: { zh: '兼职单位在境外', en: 'the host is abroad' },
  'no-code': { zh: '境外单位没有统一社会信用代码', en: 'the host has no credit code' },
  'with-equity': { zh: '取得股权', en: 'equity is received' },
  'own-enterprise': { zh: '在职创办企业', en: 'the enterprise is their own' },
  'insured-by-others': { zh: '工伤保险不由学校缴纳', en: 'work-injury insurance is not paid by the school' },
};
