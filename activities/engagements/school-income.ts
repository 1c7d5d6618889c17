import type { CaseRules } from '../../processes/case.ts';
import { definitionOf, type Writing } from '../cases/writing.ts';

/** A school's income of a year and its use, entered in the ledger once a case; a later case of the same year as differences. */
export async function recordSchoolIncome({ tx, request, at }: Writing): Promise<void> {
  const { caseId, process, unitId } = request;
  const { form, rules } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { form: true, rules: true },
  });
  const income = definitionOf(process).schoolIncome?.(form, rules as unknown as CaseRules);
  if (!income) throw new TypeError(`${process} records no school's income`);
  const { year, sources, uses, fundItem, fundPercent } = income;
  const lines = [
    ...sources.map((line) => ({ side: 'source', ...line })),
    ...uses.map((line) => ({ side: 'use', ...line })),
  ];
  await tx.$executeRaw`
    SELECT record_school_income(${caseId}, ${unitId}, ${year}::int, ${at}, ${JSON.stringify(lines)}::jsonb, ${fundItem}, ${fundPercent}::int)`;
}
