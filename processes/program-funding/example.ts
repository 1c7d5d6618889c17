import type { FundingForm } from './form.ts';

/**
 * A realistic application that keeps every rule on 2026-11-24: industrial robots at the vocational centre, five budget lines of
 * 1,200,000.00 yuan in all, 48.33 % of it equipment. Enterprises, codes and account are made up.
 */
export function exampleFunding(fileOf: (slot: keyof FundingForm['evidence']) => string): FundingForm {
  return {
    program: {
      school: '重庆市大足职业教育中心',
      name: '工业机器人技术应用',
      code: '660303',
      level: 'secondary',
      firstIntakeYear: 2027,
      industry: 'zhineng',
    },
    demand: {
      evidence:
        '2026 年 6 月走访龙水、双桥两个园区 23 家企业，其中 17 家已用或拟用工业机器人，三年内缺操作编程与运维人员约 260 人，区内无学校开设该专业。',
      partners: [
        {
          enterprise: '龙水五金智造有限公司',
          creditCode: '91500225MA5U8K3T2P',
          signedOn: '2026-07-15',
          until: '2030-07-14',
          content: '共建机器人抛光实训车间，每年接收实习学生 40 人，派 2 名工程师授课',
        },
        {
          enterprise: '重庆双桥汽车零部件有限公司',
          creditCode: '91500111MA60L9Q7XM',
          signedOn: '2026-08-20',
          until: '2029-08-19',
          content: '提供焊接机器人岗位实习，每年接收学生 20 人',
        },
      ],
    },
    teachers: { fullTime: 12, dualQualified: 8, fromEnterprises: 4 },
    facilities: {
      roomsSquareMetres: 860,
      equipmentValueFen: 86_000_000,
      description: '现有数控与机电实训室 4 间，拟改造 1 间作机器人实训车间。',
    },
    training: {
      plan: '面向机器人操作、编程与运维岗位；三年制，前两年校内理实一体，第三年在合作企业跟岗与顶岗；企业参与制定 6 门核心课程标准。',
      enrolment: [
        { year: 2027, students: 80 },
        { year: 2028, students: 100 },
        { year: 2029, students: 120 },
      ],
    },
    budget: {
      requestedFen: 120_000_000,
      lines: [
        line('equipment', '六轴工业机器人工作站', 4, 14_500_000, '三家询价的最低价'),
        line('training-base', '机器人实训车间改造', 1, 28_000_000, '造价咨询单位测算'),
        line('courses', '校企合作活页式教材与数字资源', 6, 3_000_000, '每门核心课程 3 万元'),
        line('teachers', '教师企业实践与机器人编程培训', 12, 1_000_000, '每人 1 万元'),
        line('other', '调研论证与验收', 1, 4_000_000, '专家费与差旅费标准'),
      ],
    },
    otherMoney: {
      selfRaisedFen: 30_000_000,
      otherFunds: [
        {
          fund: '市级中职实训基地建设补助',
          grantedBy: '重庆市教育委员会',
          item: '数控实训室设备更新',
          amountFen: 50_000_000,
        },
      ],
    },
    performance: {
      targets: [
        { kind: 'quantity', indicator: '新增机器人实训工位', target: '48 个' },
        { kind: 'quality', indicator: '毕业生取得职业技能等级证书比例', target: '≥ 90%' },
        { kind: 'timeliness', indicator: '实训车间投入使用', target: '2027 年 8 月底前' },
        { kind: 'cost', indicator: '项目支出控制在预算内', target: '≤ 1,200,000.00 元' },
        { kind: 'benefit', indicator: '为园区企业培训员工', target: '每年 200 人次' },
        { kind: 'satisfaction', indicator: '学生和合作企业满意度', target: '≥ 90%' },
      ],
      staysLocalPercent: 70,
    },
    payee: {
      accountName: '重庆市大足职业教育中心',
      bank: '重庆农村商业银行大足支行',
      accountNumber: '2501010120010012345',
    },
    evidence: {
      demandEvidence: [fileOf('demandEvidence')],
      agreements: [fileOf('agreements')],
      trainingPlan: [fileOf('trainingPlan')],
      teachers: [fileOf('teachers')],
      facilities: [fileOf('facilities')],
      budgetBasis: [fileOf('budgetBasis')],
      equipmentPlan: [fileOf('equipmentPlan')],
      selfRaised: [fileOf('selfRaised')],
      otherFunds: [fileOf('otherFunds')],
    },
    pledge: { accepted: true },
  };
}

type Line = FundingForm['budget']['lines'][number];

const line = (
  category: Line['category'],
  item: string,
  quantity: number,
  unitPriceFen: number,
  basis: string,
): Line => ({ category, item, quantity, unitPriceFen, amountFen: quantity * unitPriceFen, basis });
