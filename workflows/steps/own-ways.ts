import type { Holder } from '../../processes/case.ts';
import type { Refusal } from '../messages.ts';
import type { Turn } from './assignment-book.ts';
import type { Heard } from './heard.ts';

/**
 * What one process adds to what every case does with a message. Set by its story before it first waits, so that the shared steps need not
 * know whose case they carry.
 */
export interface OwnWays {
  /** Refused besides what every case refuses; synchronous and pure (R5). What is said to a post or an item is the process's own to answer. */
  refuses(heard: Heard): Refusal | undefined;
  /** Takes a corrected form; left out, it becomes the case's own at once. */
  takesSubmission?(submissionId: string): void;
  /** A turn changed hands. */
  handedOn?(purpose: Turn['purpose'], to: Holder): void;
  /** The stage from which steps run once more beside what is in force; undefined where none do. */
  runsAgainFrom?(): string | undefined;
  /** Called whenever everything is written, before the case waits: a long life may go on in a new run there. */
  rests?(): Promise<void>;
  /** Instants besides open turns that the case still sleeps for (keys of `dueAtMs`). */
  awaits?(): string[];
}
