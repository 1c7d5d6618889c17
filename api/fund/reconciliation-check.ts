import type { Bilingual } from '../../processes/case.ts';
import type { ReconciliationCheck } from '../contract/fund.ts';

const MOST_SHOWN = 100;

export function check(
  id: string,
  name: Bilingual,
  detail: Bilingual,
  deviations: ReconciliationCheck['deviations'],
): ReconciliationCheck {
  return { id, name, ok: deviations.length === 0, detail, deviations: deviations.slice(0, MOST_SHOWN) };
}
