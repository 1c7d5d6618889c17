/** A declaration as it is typed: what it starts with, how the page draws its form, what is sent of it. */
import type { EngagementDetail } from '../../../api/contract/engagements.ts';
import { formToSend, type FieldSchema, type Form } from '../form/field-schema.ts';

export const nilReturn = {
  income: { nothing: true, incomeFen: 0, equityFen: 0, taxFen: 0 },
  proof: { files: [] },
  correction: {},
};

/** Of the copy this browser keeps until it is sent. */
export const copyKey = (caseId: string, period: string): string => `${caseId}.declare.${period}`;

/** A correction starts from what was accepted last, one sent back from what was sent; else most have neither equity nor tax. */
export function declarationStart({ declarations }: Pick<EngagementDetail['periods'][number], 'declarations'>): Form {
  const before = declarations.at(-1);
  if (!before) return { income: { nothing: false, equityFen: 0, taxFen: 0 }, proof: { files: [] }, correction: {} };
  const { incomeFen, equityFen, taxFen, files } = before;
  return {
    income: { nothing: incomeFen === 0 && equityFen === 0 && taxFen === 0, incomeFen, equityFen, taxFen },
    proof: { files: files.map(({ id }) => id) },
    correction: {},
  };
}

/** With nothing earned there is nothing to fill in; only a correction asks why. */
export function declarationSchema(schema: FieldSchema, correction: boolean): FieldSchema {
  const { income, proof, correction: again } = schema.properties ?? {};
  const earned = { showWhen: { path: 'income.nothing', in: [false] } };
  const amounts = Object.fromEntries(
    Object.entries(income?.properties ?? {}).map(([key, field]) => [
      key,
      key === 'nothing' || key === 'note' ? field : { ...field, ...earned },
    ]),
  );
  const { files } = proof?.properties ?? {};
  return {
    ...schema,
    properties: {
      ...(correction && again ? { correction: again } : {}),
      income: { ...income, properties: amounts },
      proof: { ...proof, properties: { files: { ...files, ...earned } } },
    },
  };
}

export function declarationToSend(schema: FieldSchema, form: Form): Form {
  const { income, ...rest } = formToSend(schema, form) as { income?: { nothing?: boolean; note?: string } };
  if (!income?.nothing) return { proof: { files: [] }, correction: {}, ...rest, income };
  return {
    ...nilReturn,
    ...('correction' in rest ? { correction: rest.correction } : {}),
    income: { ...nilReturn.income, ...income },
  };
}
