/** The cases that money was moved for, with what names them in lists and sums. */
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import type { Prisma } from '../../prisma/client.ts';
import type { BusinessState, CaseState } from '../../processes/case.ts';

export interface FundedCase {
  id: string;
  number: string;
  title: string;
  state: CaseState;
  businessState: BusinessState | null;
  unitId: string;
  industry: string;
  programCode: string;
  programName: string;
}

export async function fundedCases(prisma: Prisma, ids?: readonly string[]): Promise<Map<string, FundedCase>> {
  const only = ids ? Sql.sql`c.id = ANY (${[...new Set(ids)]})` : Sql.sql`c.id IN (SELECT case_id FROM fund_posting)`;
  const rows = await prisma.$queryRaw<FundedCase[]>`
    SELECT c.id, c.number, c.title, c.state, c.business_state AS "businessState", c.unit_id AS "unitId",
      coalesce(c.facts->>'industry', '') AS industry, coalesce(c.facts->>'programCode', '') AS "programCode",
      coalesce(c.form->'program'->>'name', '') AS "programName"
    FROM case_file c WHERE ${only} ORDER BY c.number`;
  return new Map(rows.map((row) => [row.id, row]));
}

export const caseRef = ({ id, number, title }: FundedCase) => ({ id, number, title });
