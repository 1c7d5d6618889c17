import type { PanelStage } from '../../processes/case.ts';
import type { Decision } from '../messages.ts';

type Ballot = Pick<Decision, 'verdict' | 'data'>;
export type Tally = { passed: boolean } & (
  | { inFavour: number; against: number }
  | { scores: number; mean: number; passMark: number }
);

/**
 * Counts sealed ballots: a vote passes with at least `passNumerator / passDenominator` of the seats in favour; scores (tenths of a point,
 * 0–100) pass when the mean without the highest and lowest reaches the mark. Exact: compared in integers, never as rounded means.
 */
export function tally(method: PanelStage['method'], ballots: Ballot[]): Tally {
  if (method.kind === 'vote') {
    const inFavour = ballots.filter(({ verdict }) => verdict === 'approve').length;
    const passed = inFavour * method.passDenominator >= ballots.length * method.passNumerator;
    return { passed, inFavour, against: ballots.length - inFavour };
  }
  const tenths = ballots.map(({ data }) => Math.round(Number(data?.score) * 10)).toSorted((a, b) => a - b);
  const counted = tenths.slice(method.dropLowest, tenths.length - method.dropHighest);
  const sum = counted.reduce((total, each) => total + each, 0);
  return {
    passed: counted.length > 0 && sum >= method.passMark * 10 * counted.length,
    scores: ballots.length,
    mean: counted.length === 0 ? 0 : Math.round((sum / counted.length) * 10) / 100,
    passMark: method.passMark,
  };
}
