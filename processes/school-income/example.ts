import type { SchoolIncomeForm } from './form.ts';

/** A realistic declaration that keeps every rule on 2026-11-24 (but for its due day): 1,200,000.00 yuan, 60.00 % to the development fund. */
export function exampleSchoolIncome(fileOf: (slot: keyof SchoolIncomeForm['evidence']) => string): SchoolIncomeForm {
  return {
    school: { school: '重庆市大足职业教育中心', year: 2025 },
    income: {
      sources: [
        { source: 'training', item: '园区企业员工技能培训', amountFen: 68_000_000 },
        { source: 'technical-service', item: '五金模具设计服务', amountFen: 32_000_000 },
        { source: 'cooperation', item: '校企共建生产性实训基地分成', amountFen: 20_000_000 },
      ],
      totalFen: 120_000_000,
    },
    use: {
      developmentFundFen: 72_000_000,
      performancePayFen: 48_000_000,
      plan: '2025 年度超额绩效分配办法经教职工代表大会通过：按培训学时、服务项目到账额和学生评价分配。',
    },
    correction: {},
    evidence: { accounts: [fileOf('accounts')], distribution: [fileOf('distribution')] },
    pledge: { accepted: true },
  };
}
