import type { PartTimeForm } from './form.ts';
import type { situations } from './vocabulary.ts';

export type Situation = (typeof situations)[number];

/** Whether the form shows the situation in which a piece of evidence is required. */
export function inSituation({ host, pay, terms }: PartTimeForm, situation: Situation): boolean {
  switch (situation) {
    case 'always':
      return true;
    case 'domestic':
    case 'abroad':
      return host.place === situation;
    case 'no-code':
      return !host.creditCode;
    case 'with-equity':
      return pay.equityFen > 0;
    case 'own-enterprise':
      return host.kind === 'own-enterprise';
    case 'insured-by-others':
      return terms.injuryInsurance !== 'school';
    default:
      return situation satisfies never;
  }
}
