import type { Action, DecideAction } from '../../../api/contract/actions.ts';
import type { CaseView } from '../../../api/contract/cases.ts';
import type { Bilingual, Verdict } from '../../../processes/case.ts';

export type Word =
  | 'transfer'
  | 'reassign'
  | 'delegate'
  | 'addSigner'
  | 'claim'
  | 'resubmit'
  | 'withdraw'
  | 'urge'
  | 'copy'
  | 'terminate'
  | 'proposeRevocation'
  | 'print'
  | 'again';

export interface Entry {
  key: string;
  word: Word;
  /** A verdict brings its own name. */
  label?: Bilingual;
  tone: 'primary' | 'plain' | 'danger';
  action?: Action;
  verdict?: Verdict;
}

const wordOf = (action: Exclude<Action, DecideAction>): Word | null => {
  switch (action.kind) {
    case 'transfer':
      return action.reassign ? 'reassign' : 'transfer';
    case 'add-signer':
      return 'addSigner';
    case 'propose-revocation':
      return 'proposeRevocation';
    case 'comment':
    case 'unmask':
      return null; // these have their own place on the page
    case 'delegate':
    case 'claim':
    case 'resubmit':
    case 'withdraw':
    case 'urge':
    case 'copy':
    case 'terminate':
      return action.kind;
  }
};

const rank: Record<Verdict, number> = { recuse: 0, return: 1, reject: 2, approve: 3 };

/** Which acts stand in the bar and which under 更多: verdicts and the applicant's own acts in front, the rest behind. */
export const entriesOf = (file: CaseView, wide: boolean, mayApplyAgain: boolean): { front: Entry[]; more: Entry[] } => {
  const verdicts: Entry[] = [];
  const others: Entry[] = [];
  for (const action of file.actions) {
    if (action.kind === 'decide') {
      for (const one of action.verdicts.toSorted((a, b) => rank[a.verdict] - rank[b.verdict])) {
        const key = `${action.assignmentId}:${one.verdict}`;
        verdicts.push({ key, word: 'transfer', label: one.label, tone: one.tone, action, verdict: one.verdict });
      }
      continue;
    }
    const word = wordOf(action);
    if (!word) continue;
    const tone =
      word === 'terminate' || word === 'proposeRevocation' ? 'danger' : word === 'resubmit' ? 'primary' : 'plain';
    const key = 'assignmentId' in action ? `${word}:${action.assignmentId}` : word;
    others.push({ key, word, tone, action });
  }
  const inFront = (entry: Entry) =>
    entry.word === 'resubmit' ||
    (verdicts.length === 0 && (entry.word === 'urge' || entry.word === 'withdraw')) ||
    (wide && verdicts.length > 0 && entry.word === 'transfer');
  const front = [
    ...others.filter(inFront).toSorted((a, b) => Number(a.tone === 'primary') - Number(b.tone === 'primary')),
    ...verdicts,
  ];
  const more = [
    ...others.filter((entry) => !inFront(entry)),
    ...(mayApplyAgain ? [{ key: 'again', word: 'again', tone: 'plain' } as const] : []),
    { key: 'print', word: 'print', tone: 'plain' } as const,
  ];
  return { front, more };
};
