import type { CertificationForm } from './form.ts';

/**
 * A realistic application that keeps every rule on 2026-11-24: a full-time teacher of numerical control with 8 months of practice in two
 * overlapping periods. `evidence` gives the id of an uploaded file for each slot that the form needs; the ID number is made up.
 */
export function exampleCertification(fileOf: (slot: keyof CertificationForm['evidence']) => string): CertificationForm {
  return {
    application: { track: 'secondary', level: 'intermediate', criterion: 'qualification' },
    applicant: {
      name: '陈思远',
      idNumber: '500225198803120018',
      school: '重庆市大足职业教育中心',
      education: 'bachelor',
      teacherLicence: '20115002371000123',
      title: '讲师',
    },
    employment: { post: 'full-time', courseType: 'professional', subject: '数控技术应用', teachingYears: 12 },
    qualifications: {
      certificates: [
        {
          name: '数控车工',
          level: 'two',
          number: '1922003000200456',
          issuer: '重庆市职业技能鉴定指导中心',
          issuedOn: '2019-06-28',
        },
      ],
    },
    practice: {
      periods: [
        { enterprise: '重庆大足五金机械有限公司', post: '数控编程员', from: '2023-07-03', to: '2023-10-31', days: 121 },
        { enterprise: '重庆双桥汽车零部件有限公司', post: '工艺员', from: '2023-10-16', to: '2024-02-29', days: 137 },
      ],
    },
    achievements: {
      research: '主持校级课程《数控加工工艺与编程》建设，编写活页式讲义两册。',
      awards: [
        { name: '重庆市中等职业学校技能大赛优秀指导教师', grantedBy: '重庆市教育委员会', grantedOn: '2024-05-20' },
      ],
      results: [
        {
          name: '汽车转向节夹具改进',
          partner: '重庆双桥汽车零部件有限公司',
          completedOn: '2024-12-10',
          coOwners: '王芳、刘洋',
        },
      ],
    },
    ethics: {
      reviews: [
        { year: 2023, result: 'qualified' },
        { year: 2024, result: 'excellent' },
        { year: 2025, result: 'qualified' },
      ],
    },
    evidence: {
      idCard: [fileOf('idCard')],
      degree: [fileOf('degree')],
      teacherLicence: [fileOf('teacherLicence')],
      title: [fileOf('title')],
      qualification: [fileOf('qualification')],
      contract: [],
      timetable: [fileOf('timetable')],
      practiceProof: [fileOf('practiceProof')],
      practiceAgreement: [fileOf('practiceAgreement')],
      awards: [fileOf('awards')],
      ethicsProof: [fileOf('ethicsProof')],
    },
    pledge: { accepted: true },
  };
}
