import { declarationRefusal, postRefusal } from './engagement-refusal.ts';
import type { CaseFile } from './case-file.ts';
import { freshRun } from './fresh-run.ts';
import type { OwnWays } from './own-ways.ts';

/** A post's own ways with messages, from its application to its last declaration. */
export const postWays = (file: CaseFile): OwnWays => ({
  refuses(heard) {
    if (heard.kind === 'post') return postRefusal(file, heard.message);
    if (heard.kind !== 'decide') return { code: 'NotOpen' };
    return declarationRefusal(file.book.get(heard.message.assignmentId), heard.message);
  },
  takesSubmission(submissionId) {
    const change = file.engagement?.change;
    if (!change) return file.push({ kind: 'accept-submission', submissionId });
    // The old terms stay in force until the change is registered.
    change.submissionId = submissionId;
    file.push({ kind: 'amend-change', number: change.number, submissionId });
  },
  runsAgainFrom: () => file.engagement?.change?.from,
  // A change is told step by step, so it is told to its end in one run.
  rests: async () => {
    if (file.engagement && !file.engagement.change) await freshRun(file);
  },
  awaits: () =>
    (file.engagement?.periods ?? []).flatMap(({ state, key }) => (state === 'open' ? [`period:${key}`] : [])),
});
