/** 年度考核: the scores of a year, derived from the journals of its items. */
import { unitScores } from '../../processes/meeting-action-items/scores.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { readItemJournals } from '../../prisma/item-journals.ts';
import type { Asker } from '../asker.ts';
import type { UnitScoreView } from '../contract/bulletins.ts';
import { unitRef } from '../directory.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { overseesItems, visibleItems } from './item-sight.ts';

type Scoring = Pick<Needs, 'prisma' | 'policy' | 'directory' | 'clock'>;

/** Throws NoItemsInYear where there is nothing to assess. A unit that oversees nothing sees its own year only. */
export async function readScores(needs: Scoring, asker: Asker, year: number): Promise<UnitScoreView[]> {
  const { policy, clock, directory } = needs;
  const rules = policy.processes['meeting-action-items'];
  const [items, { today, calendar }, units] = await Promise.all([
    readItemJournals(needs.prisma, Sql.sql`${visibleItems(asker)} AND i.starts_on <= ${`${year}-12-31`}`),
    clock.read(),
    directory.units(),
  ]);
  const mine = new Set(asker.memberships.map(({ unitId }) => unitId));
  const scores = unitScores(items, year, today, { scores: rules.scores, lights: rules.lights, calendar });
  if (scores.length === 0 || `${year}-01-01` > today) throw new Problem('NoItemsInYear');
  return scores
    .filter(({ unitId }) => overseesItems(asker) || mine.has(unitId))
    .map(({ unitId, lines, ...rest }) => ({
      unit: unitRef(units, unitId),
      ...rest,
      lines: lines.map(({ caseId, ...line }) => ({ id: caseId, ...line })),
    }))
    .toSorted((a, b) => a.score - b.score);
}
