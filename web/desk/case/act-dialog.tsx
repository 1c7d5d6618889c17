import type { Action, DecideAction } from '../../../api/contract/actions.ts';
import type { CaseView } from '../../../api/contract/cases.ts';
import type { Verdict } from '../../../processes/case.ts';
import { CopyDialog } from './copy-dialog.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';

export type HandOverWord = 'transfer' | 'reassign' | 'delegate' | 'addSigner';
export type NoteWord = 'urge' | 'withdraw' | 'terminate' | 'proposeRevocation';

export type Dialog =
  | { kind: 'decide'; action: DecideAction; verdict: Verdict }
  | { kind: 'hand-over'; word: HandOverWord; action: Extract<Action, { assignmentId: string }> }
  | { kind: 'note'; word: NoteWord }
  | { kind: 'copy' };

export function ActDialog({ file, dialog, onClose }: { file: CaseView; dialog: Dialog; onClose: () => void }) {
  switch (dialog.kind) {
    case 'decide':
      return <DecideDialog file={file} action={dialog.action} verdict={dialog.verdict} onClose={onClose} />;
    case 'hand-over':
      return <HandOverDialog file={file} word={dialog.word} action={dialog.action} onClose={onClose} />;
    case 'note':
      return <NoteDialog file={file} word={dialog.word} onClose={onClose} />;
    case 'copy':
      return <CopyDialog file={file} onClose={onClose} />;
  }
}
