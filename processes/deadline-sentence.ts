import type { Bilingual } from './case.ts';
import type { Derivation, SkippedDay } from './derivation.ts';

/** The derivation as one sentence: 自 2026-02-13 起（当日不计）5 个工作日；跳过 2026-02-15 至 2026-02-23 春节；至 2026-02-27 24:00 止。 */
export function deadlineSentence(facts: Omit<Derivation, 'sentence'>): Bilingual {
  const { rule, start, end } = facts;
  if ('duration' in rule) {
    return {
      zh: `自 ${start} 起 ${rule.duration}（试用时限）。`,
      en: `${rule.duration} from ${start} (trial period).`,
    };
  }
  const period =
    'workingDays' in rule
      ? { zh: `${rule.workingDays} 个工作日`, en: plural(rule.workingDays, 'working day') }
      : { zh: `${rule.days} 日`, en: plural(rule.days, 'day') };
  const runs = runsOf(facts.skipped);
  const verb = 'workingDays' in rule ? { zh: '跳过', en: 'skipping' } : { zh: '末日遇休顺延，跳过', en: 'rolled over' };
  const skipped = {
    zh: runs.length === 0 ? '' : `；${verb.zh} ${runs.map((run) => `${span(run, '至')} ${run.name.zh}`).join('、')}`,
    en: runs.length === 0 ? '' : `, ${verb.en} ${runs.map((run) => `${span(run, 'to')} (${run.name.en})`).join(', ')}`,
  };
  const worked = facts.makeUpDays;
  const makeUp = {
    zh: worked.length === 0 ? '' : `；${worked.join('、')} 为调休补班，计为工作日`,
    en:
      worked.length === 0
        ? ''
        : `, counting the make-up working ${worked.length === 1 ? 'day' : 'days'} ${worked.join(', ')}`,
  };
  return {
    zh: `自 ${start} 起（当日不计）${period.zh}${skipped.zh}${makeUp.zh}；至 ${end} 24:00 止。`,
    en: `${period.en} from ${start} (not counted)${skipped.en}${makeUp.en}: until 24:00 on ${end}.`,
  };
}

interface Run {
  from: string;
  to: string;
  name: Bilingual;
}

/** Neighbouring days off of the same name become one run. */
function runsOf(skipped: SkippedDay[]): Run[] {
  const runs: Run[] = [];
  for (const { date, name } of skipped) {
    const last = runs.at(-1);
    if (last && last.name.zh === name.zh && isNextDay(last.to, date)) last.to = date;
    else runs.push({ from: date, to: date, name });
  }
  return runs;
}

const isNextDay = (date: string, next: string) => Date.parse(next) - Date.parse(date) === 86_400_000;

const span = ({ from, to }: Run, joiner: string) => (from === to ? from : `${from} ${joiner} ${to}`);

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
