/** The words of the certification form, as the office says them. */
import type { Bilingual } from '../case.ts';
import type { courseTypes, evidenceSlots, levels, posts, situations, tracks } from './policy.ts';

type Words<T extends readonly string[]> = Record<T[number], Bilingual>;

export const trackNames: Words<typeof tracks> = {
  secondary: { zh: '中职', en: 'Secondary vocational' },
  higher: { zh: '高职', en: 'Higher vocational' },
};

export const levelNames: Words<typeof levels> = {
  junior: { zh: '初级', en: 'Junior' },
  intermediate: { zh: '中级', en: 'Intermediate' },
  senior: { zh: '高级', en: 'Senior' },
};

export const postNames: Words<typeof posts> = {
  'full-time': { zh: '专任', en: 'Full-time' },
  'part-time': { zh: '兼职', en: 'Part-time' },
  external: { zh: '外聘', en: 'External' },
};

export const courseTypeNames: Words<typeof courseTypes> = {
  professional: { zh: '专业课', en: 'Professional courses' },
  public: { zh: '公共课', en: 'Public basic courses' },
};

export const educationNames = {
  'secondary-vocational': { zh: '中专（中职）', en: 'Secondary vocational school' },
  associate: { zh: '大学专科', en: 'Associate degree' },
  bachelor: { zh: '大学本科', en: "Bachelor's degree" },
  master: { zh: '硕士研究生', en: "Master's degree" },
  doctor: { zh: '博士研究生', en: 'Doctorate' },
  other: { zh: '其他', en: 'Other' },
} satisfies Record<string, Bilingual>;

export const skillLevelNames = {
  one: { zh: '一级（高级技师）', en: 'Level 1 (senior technician)' },
  two: { zh: '二级（技师）', en: 'Level 2 (technician)' },
  three: { zh: '三级（高级工）', en: 'Level 3 (senior worker)' },
  four: { zh: '四级（中级工）', en: 'Level 4 (intermediate worker)' },
  five: { zh: '五级（初级工）', en: 'Level 5 (junior worker)' },
  none: { zh: '不分级', en: 'No levels' },
} satisfies Record<string, Bilingual>;

export const ethicsResultNames = {
  excellent: { zh: '优秀', en: 'Excellent' },
  qualified: { zh: '合格', en: 'Qualified' },
  basic: { zh: '基本合格', en: 'Basically qualified' },
  failed: { zh: '不合格', en: 'Failed' },
} satisfies Record<string, Bilingual>;

export const evidenceNames: Words<typeof evidenceSlots> = {
  idCard: { zh: '居民身份证', en: 'ID card' },
  degree: { zh: '学历学位证书', en: 'Degree certificate' },
  teacherLicence: { zh: '教师资格证书', en: 'Teacher licence' },
  title: { zh: '职称证书', en: 'Professional title certificate' },
  qualification: { zh: '职业资格（技能等级）证书', en: 'Vocational qualification certificates' },
  contract: { zh: '聘任（劳动）合同', en: 'Engagement or employment contract' },
  timetable: { zh: '近一学年课表', en: 'Timetable of the last school year' },
  practiceProof: { zh: '企业实践证明', en: 'Proof of enterprise practice' },
  practiceAgreement: { zh: '企业实践协议', en: 'Enterprise practice agreement' },
  awards: { zh: '获奖与成果证明', en: 'Proof of awards and results' },
  ethicsProof: { zh: '师德考核证明', en: 'Proof of ethics reviews' },
};

/** Why a piece of evidence is asked for. */
export const situationNames: Words<typeof situations> = {
  always: { zh: '所有申请人', en: 'every applicant' },
  'full-time': { zh: '专任教师', en: 'full-time teachers' },
  'part-time': { zh: '兼职教师', en: 'part-time teachers' },
  external: { zh: '外聘教师', en: 'external teachers' },
  professional: { zh: '专业课教师', en: 'teachers of professional courses' },
  public: { zh: '公共课教师', en: 'teachers of public basic courses' },
  'with-licence': { zh: '填写了教师资格证号', en: 'a teacher licence is named' },
  'with-title': { zh: '填写了职称', en: 'a professional title is named' },
  'with-qualifications': { zh: '填写了职业资格', en: 'vocational qualifications are listed' },
  'with-practice': { zh: '填写了企业实践', en: 'enterprise practice is listed' },
  'with-research': { zh: '填写了教研与课程', en: 'teaching research or courses are described' },
  'with-awards': { zh: '填写了获奖', en: 'awards are listed' },
  'with-results': { zh: '填写了校企合作成果', en: 'school–enterprise results are listed' },
};
