import type { PartTimeForm } from './form.ts';

/**
 * A realistic application that keeps every rule on 2026-11-24: advice on mould design at a maker of hardware, six hours a week, four of them in
 * working time, 36,000.00 yuan a year. Person, enterprise and code are made up.
 */
export function examplePartTime(fileOf: (slot: keyof PartTimeForm['evidence']) => string): PartTimeForm {
  return {
    teacher: {
      name: '陈思远',
      school: '重庆市大足职业教育中心',
      postType: 'technical',
      leader: false,
      standing: 'regular',
    },
    host: {
      kind: 'enterprise',
      name: '龙水五金智造有限公司',
      place: 'domestic',
      creditCode: '91500225MA5U8K3T2P',
      sector: 'wujin',
      relation: 'partner',
    },
    post: {
      title: '模具设计技术顾问',
      duties: '每周到厂指导模具设计与试模，参与新产品工艺评审，带教青年技术员 2 名。',
      from: '2027-01-01',
      to: '2028-12-31',
      hoursPerWeek: 6,
      workingTimeHours: 4,
      paidTutoring: false,
    },
    pay: { paid: true, yearlyFen: 3_600_000, equityFen: 0 },
    terms: {
      injuryInsurance: 'host',
      intellectualProperty: '兼职期间为企业完成的设计归企业；使用学校设备或资料形成的成果归学校，另行约定。',
      confidentiality: '不披露学校的技术秘密和学生信息；企业秘密保密期至兼职结束后两年。',
    },
    otherPosts: { held: [] },
    renewal: {},
    evidence: {
      agreement: [fileOf('agreement')],
      hostLicence: [fileOf('hostLicence')],
      foreignHost: [],
      equity: [],
      injuryInsurance: [fileOf('injuryInsurance')],
      ownEnterprise: [],
    },
    pledge: { accepted: true },
  };
}
