import { incomeStatementPdf } from '../../paper/income-statement.ts';
import type { Asker } from '../asker.ts';
import type { Handlers } from '../call.ts';
import { postSight, schoolAsked, schoolIncomeSight } from '../engagements/sight.ts';
import { sendSheet } from '../fund/sheet-cells.ts';
import { listEntries } from '../income/ledger.ts';
import { schoolIncomeSheet } from '../income/school-income-sheet.ts';
import { schoolIncome } from '../income/school-income.ts';
import { statementSheet } from '../income/statement-sheet.ts';
import { incomeStatement } from '../income/statement.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';

type Names =
  | 'listIncome'
  | 'getIncomeStatement'
  | 'exportIncomeStatement'
  | 'printIncomeStatement'
  | 'getSchoolIncome'
  | 'exportSchoolIncome';

interface Asked {
  asker: Asker;
  query: { year: number; unitId?: string | undefined };
}

export function incomeRoutes(needs: Needs): Handlers<Names> {
  const { offices, policy } = needs;
  return {
    listIncome: ({ asker, query }) => listEntries(needs, postSight(asker, offices), query),

    getIncomeStatement: (call) => statement(call),

    async exportIncomeStatement(call) {
      const read = await statement(call);
      sendSheet(call.response, await statementSheet(read, call.language), fileName(read));
    },

    async printIncomeStatement(call) {
      const { rows, school, note, ...read } = await statement(call);
      const now = new Date();
      const pdf = await incomeStatementPdf({
        ...read,
        school: school.name.zh,
        office: policy.district.office.zh,
        plan: policy.district.plan.zh,
        note: note.zh,
        rows: rows.map(({ teacher, host, case: { number }, periods, nil, ...amounts }) => ({
          ...{ teacher: teacher.name, host, number },
          periods: nil > 0 ? `${periods}（零申报 ${nil}）` : String(periods),
          ...{ incomeFen: amounts.incomeFen, equityFen: amounts.equityFen, taxFen: amounts.taxFen },
        })),
        printedAt: now,
        printedText: instant(now).slice(0, 16).replace('T', ' '),
      });
      call.response.attachment(`${fileName({ ...read, school })}.pdf`).type('application/pdf');
      call.response.set('Cache-Control', 'private, no-store').send(pdf);
    },

    getSchoolIncome: ({ asker, query }) => schoolIncome(needs, schoolIncomeSight(asker, offices), query),

    async exportSchoolIncome({ asker, query, language, response }) {
      const read = await schoolIncome(needs, schoolIncomeSight(asker, offices), query);
      sendSheet(response, await schoolIncomeSheet(read, language), `学校收入情况表-${query.year}`);
    },
  };

  function statement({ asker, query }: Asked) {
    const unitId = schoolAsked(postSight(asker, offices), query.unitId);
    return incomeStatement(needs, { year: query.year, unitId });
  }
}

const fileName = ({ school, year }: { school: { name: { zh: string } }; year: number }) =>
  `${school.name.zh}-${year}年度兼职收入情况表`;
