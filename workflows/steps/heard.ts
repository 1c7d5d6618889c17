/** Everything that can be said to a running case, as one union, and the handlers that queue it. */
import type { UpdateDefinition } from '@temporalio/common';
import { setHandler } from '@temporalio/workflow';
import * as messages from '../messages.ts';
import type { CaseFile } from './case-file.ts';
import { refusalFailure } from './message-queue.ts';
import { refusalOf } from './refusals.ts';

export type Heard =
  | { kind: 'decide'; message: messages.Decision }
  | { kind: 'resubmit'; message: messages.Resubmission }
  | { kind: 'withdraw' | 'terminate' | 'urge' | 'comment' | 'proposeRevocation'; message: messages.Said }
  | { kind: 'copyTo'; message: messages.Copy }
  | { kind: 'transfer'; message: messages.Transfer }
  | { kind: 'consult'; message: messages.Consultation }
  | { kind: 'addSigner'; message: messages.AddedSigner }
  | { kind: 'claim'; message: messages.Claim }
  | { kind: 'object'; message: { objectionId: string } }
  | { kind: 'item'; message: messages.ItemMessage }
  | { kind: 'post'; message: messages.PostMessage }
  | { kind: 'escalated'; message: { assignmentIds: string[]; date: string } }
  | { kind: 'calendarChanged'; message: { year: number } }
  | { kind: 'documentReady' };

type Asked = Exclude<Heard, { kind: 'escalated' | 'calendarChanged' | 'documentReady' }>;

/** Set before the first await of a workflow, so that no message finds the door closed. */
export function hear(file: CaseFile): void {
  answer(file, messages.decide, (message) => ({ kind: 'decide', message }));
  answer(file, messages.resubmit, (message) => ({ kind: 'resubmit', message }));
  answer(file, messages.withdraw, (message) => ({ kind: 'withdraw', message }));
  answer(file, messages.terminate, (message) => ({ kind: 'terminate', message }));
  answer(file, messages.urge, (message) => ({ kind: 'urge', message }));
  answer(file, messages.comment, (message) => ({ kind: 'comment', message }));
  answer(file, messages.copyTo, (message) => ({ kind: 'copyTo', message }));
  answer(file, messages.transfer, (message) => ({ kind: 'transfer', message }));
  answer(file, messages.consult, (message) => ({ kind: 'consult', message }));
  answer(file, messages.addSigner, (message) => ({ kind: 'addSigner', message }));
  answer(file, messages.claim, (message) => ({ kind: 'claim', message }));
  answer(file, messages.object, (message) => ({ kind: 'object', message }));
  answer(file, messages.proposeRevocation, (message) => ({ kind: 'proposeRevocation', message }));
  answer(file, messages.actOnItem, (message) => ({ kind: 'item', message }));
  answer(file, messages.actOnPost, (message) => ({ kind: 'post', message }));
  setHandler(messages.escalated, (message) => file.messages.post({ kind: 'escalated', message }));
  setHandler(messages.calendarChanged, (message) => file.messages.post({ kind: 'calendarChanged', message }));
}

function answer<Message>(
  file: CaseFile,
  definition: UpdateDefinition<messages.Receipt, [Message]>,
  heard: (message: Message) => Asked,
) {
  setHandler(definition, (message) => file.messages.accept(heard(message)), {
    validator: (message) => {
      if (file.messages.answeredBefore()) return;
      const refusal = refusalOf(file, heard(message));
      if (refusal) throw refusalFailure(refusal);
    },
  });
}
