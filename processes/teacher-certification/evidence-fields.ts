import { files, section } from '../form-fields.ts';
import type { evidenceSlots } from './policy.ts';
import { evidenceNames } from './words.ts';

type Slot = (typeof evidenceSlots)[number];

/** What each slot has to show. Which slots are required is policy (`evidence`), checked by the rule `evidence`. */
const shows: Record<Slot, { zh: string; en: string }> = {
  idCard: { zh: '正反两面', en: 'both sides' },
  degree: { zh: '最高学历、学位证书', en: 'the highest diploma and degree' },
  teacherLicence: { zh: '证书编号与表单一致', en: 'with the number given in the form' },
  title: { zh: '职称证书或评审文件', en: 'certificate or decision' },
  qualification: { zh: '表单所列每份证书', en: 'each certificate listed in the form' },
  contract: { zh: '能看出聘任起止日期', en: 'showing when the engagement began and ends' },
  timetable: { zh: '由教务部门盖章', en: 'stamped by the school office' },
  practiceProof: { zh: '由企业盖章，写明岗位和起止日期', en: 'stamped by the enterprise, naming post and dates' },
  practiceAgreement: { zh: '学校与企业签订的实践协议', en: 'signed by school and enterprise' },
  awards: { zh: '表单所列每项奖励或成果', en: 'each award or result listed in the form' },
  ethicsProof: { zh: '学校出具的历年师德考核结果', en: "the school's statement of each year's review" },
};

const slot = (id: Slot) =>
  files(10, {
    title: evidenceNames[id].zh,
    titleEn: evidenceNames[id].en,
    evidence: `${shows[id].zh} / ${shows[id].en}`,
  });

export const evidence = section(
  {
    idCard: slot('idCard'),
    degree: slot('degree'),
    teacherLicence: slot('teacherLicence'),
    title: slot('title'),
    qualification: slot('qualification'),
    contract: slot('contract'),
    timetable: slot('timetable'),
    practiceProof: slot('practiceProof'),
    practiceAgreement: slot('practiceAgreement'),
    awards: slot('awards'),
    ethicsProof: slot('ethicsProof'),
  } satisfies Record<Slot, unknown>,
  {
    title: '证明材料',
    titleEn: 'Evidence',
    description: '仅供办理人员核验',
    descriptionEn: 'Seen only by those who handle the case',
  },
);
