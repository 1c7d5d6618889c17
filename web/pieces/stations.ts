import type { Station as Stage } from '../../api/contract/cases.ts';
import type { Bilingual } from '../../processes/case.ts';
import type { Language } from '../words/language.ts';
import { sayDay } from './moments.ts';
import type { Station } from './route-line.tsx';

interface Words {
  language: Language;
  say: (pair: Bilingual) => string;
  submitted: string;
  expected: (on: string) => string;
  stopped: string;
  skipped: string;
}

/** The contract's stages as stations of the route, beginning with the submission. */
export const stationsOf = (stages: Stage[], words: Words): Station[] => {
  const submittedAt = stages[0]?.openedAt;
  const first: Station = {
    key: 'submitted',
    name: words.submitted,
    place: 'done',
    notes: submittedAt ? [sayDay(submittedAt, words.language)] : [],
  };
  return [first, ...stages.map((stage) => stationOf(stage, words))];
};

const stationOf = (stage: Stage, words: Words): Station => {
  const { language, say } = words;
  const result = stage.result ? say(stage.result) : '';
  const closed = stage.closedAt ? sayDay(stage.closedAt, language) : '';
  const base = { key: `${stage.slug}:${stage.round}`, name: say(stage.name) };
  switch (stage.state) {
    case 'done':
      return { ...base, place: 'done', notes: [[closed, result].filter(Boolean).join(' ')] };
    case 'refused':
      return { ...base, place: 'refused', notes: [[closed, result].filter(Boolean).join(' ')] };
    case 'skipped':
      return { ...base, place: 'future', notes: [words.skipped] };
    case 'future':
      return {
        ...base,
        place: 'future',
        notes: stage.expectedOn ? [words.expected(sayDay(stage.expectedOn, language))] : [],
      };
    case 'suspended':
      return {
        ...base,
        place: 'stopped',
        notes: [stage.due ? say(stage.due.text) : words.stopped, result].filter(Boolean),
      };
    case 'now': {
      const level = stage.due?.level;
      const tone = level === 'overdue' ? 'late' : level === 'near' || level === 'today' ? 'near' : undefined;
      const notes = [stage.due ? say(stage.due.text) : '', result || stage.who.join('、')].filter(Boolean);
      return { ...base, place: 'now', notes, tone };
    }
  }
};
