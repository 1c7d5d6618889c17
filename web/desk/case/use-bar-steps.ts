import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { CaseView } from '../../../api/contract/cases.ts';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import type { Dialog } from './act-dialog.tsx';
import type { Entry } from './bar-entries.ts';
import { useAct } from './use-act.ts';

/** What pressing an entry of the bar does: most ask in a dialog, a few happen at once or lead elsewhere. */
export const useBarSteps = (file: CaseView, open: (dialog: Dialog) => void) => {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { act } = useAct(file.id);

  const toDraft = async (begin: () => Promise<{ id: string }>) => {
    try {
      await navigate(`/drafts/${(await begin()).id}`);
    } catch (error) {
      message.error(problemOf(error).detail || t('problem.unreachable'));
    }
  };

  return (entry: Entry): void => {
    const { action, word } = entry;
    // A declaration has a page of its own.
    if (action?.kind === 'decide' && action.purpose === 'declare') return void navigate(`/posts/${file.id}`);
    if (action?.kind === 'decide' && entry.verdict) return open({ kind: 'decide', action, verdict: entry.verdict });
    switch (word) {
      case 'print':
        return window.print();
      case 'again':
        return void toDraft(() => api.createDraft({ body: { process: file.process.slug, copyOf: file.id } }));
      case 'resubmit':
        if (action?.kind !== 'resubmit') return;
        return void toDraft(() =>
          action.draftId
            ? Promise.resolve({ id: action.draftId })
            : api.createDraft({ body: { process: file.process.slug, caseId: file.id } }),
        );
      case 'claim':
        if (action?.kind !== 'claim') return;
        return void act(
          () => api.claimAssignment({ params: { id: action.assignmentId }, body: {} }),
          t('acts.claim.done'),
        );
      case 'urge':
        if (action?.kind === 'urge' && action.availableAt && Date.parse(action.availableAt) > Date.now()) {
          return void message.info(t('problem.againAt', { at: sayMoment(action.availableAt, language) }));
        }
        return open({ kind: 'note', word });
      case 'transfer':
      case 'reassign':
      case 'delegate':
      case 'addSigner':
        if (action && 'assignmentId' in action) open({ kind: 'hand-over', word, action });
        return;
      case 'withdraw':
      case 'terminate':
      case 'proposeRevocation':
        return open({ kind: 'note', word });
      case 'copy':
        return open({ kind: 'copy' });
    }
  };
};
