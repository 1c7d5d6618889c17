/** A posting in one line: from where to where, and how much. */
import type { FundPosting } from '../../../api/contract/fund.ts';
import type { Bilingual } from '../../../processes/case.ts';
import { sumFen } from '../../../processes/money.ts';

export interface Movement {
  from: Bilingual[];
  to: Bilingual[];
  /** What the year of the statement lost or gained by it, a positive number. */
  amountFen: number;
}

/** Accounts of another year than the statement's carry that year, as when what is left goes over to the next. */
export function movementOf({ lines }: Pick<FundPosting, 'lines'>, year: number): Movement {
  const here = lines.filter((line) => line.year === year);
  const gained = sumFen(here.map(({ amountFen }) => Math.max(0, amountFen)));
  const lost = sumFen(here.map(({ amountFen }) => Math.max(0, -amountFen)));
  const named = (side: FundPosting['lines']) => unique(side.map((line) => nameOf(line, year)));
  return {
    from: named(lines.filter(({ amountFen }) => amountFen < 0)),
    to: named(lines.filter(({ amountFen }) => amountFen > 0)),
    amountFen: Math.max(gained, lost),
  };
}

const nameOf = (line: FundPosting['lines'][number], year: number): Bilingual =>
  line.year === year ? line.name : { zh: `${line.year} 年${line.name.zh}`, en: `${line.name.en} ${line.year}` };

const unique = (names: Bilingual[]): Bilingual[] => [...new Map(names.map((name) => [name.zh, name])).values()];
