/**
 * 变更 of a post in force: the same steps again from the stage that matters, beside the post's own life. The steps work on a file of their
 * own, which sees only the change's turns and never moves the case: the old terms stay in force until the new ones are registered.
 */
import { condition } from '@temporalio/workflow';
import type { Change } from '../../activities/cases/transition.ts';
import type { Purpose } from '../../processes/case.ts';
import type { CaseFile, Turn } from './case-file.ts';
import { inOrder, type SeriesOutcome, type Step } from './in-order.ts';

export class ChangeUnderWay {
  /** What came of it; undefined while it goes on. */
  outcome?: SeriesOutcome;
  readonly file: CaseFile;
  private waiting?: { hear: (turn: Turn) => void; sleepsFor?: string | number };
  private fault?: unknown;

  constructor(
    private readonly post: CaseFile,
    steps: Step[],
    private readonly submissionId: () => string,
  ) {
    this.file = this.ownFile();
    inOrder(this.file, steps).then(
      (outcome) => (this.outcome = outcome),
      (error: unknown) => (this.fault = error),
    );
  }

  /** Hands a turn on and answers when the change waits again or is done. */
  async hear(turn: Turn): Promise<void> {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.hear(turn);
    await this.settled();
  }

  async settled(): Promise<void> {
    await condition(() => this.waiting !== undefined || this.outcome !== undefined || this.fault !== undefined);
    if (this.fault !== undefined) throw this.fault;
  }

  /** The instant it sleeps for: a notice that ends, a correction that lapses. */
  get dueAtMs(): number | undefined {
    const sleepsFor = this.waiting?.sleepsFor;
    return typeof sleepsFor === 'string' ? this.post.dueOf(sleepsFor) : sleepsFor;
  }

  private ownFile(): CaseFile {
    const { post, submissionId } = this;
    const file: CaseFile = Object.create(post, {
      // Whoever objects asks the post's file.
      noticeOpen: {
        get: () => post.noticeOpen,
        set: (open: boolean) => {
          post.noticeOpen = open;
        },
      },
      ...own({ returnedToApplicant: 0, visit: undefined, registered: undefined }),
    });
    const turn = (sleepsFor?: string | number) =>
      new Promise<Turn>((hear) => (this.waiting = { hear, ...(sleepsFor !== undefined && { sleepsFor }) }));
    const push = (change: Change) => {
      if (change.kind === 'move-case') return;
      post.push(change.kind === 'publish-notice' ? { ...change, submissionId: submissionId() } : change);
    };
    return Object.assign(file, { turn, push, endEarly: endsOnlyItself });
  }
}

/** Set on the change's file, read by nobody else. */
const own = (values: Record<string, unknown>): PropertyDescriptorMap =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, writable: true }]));

const POSTS_OWN: Purpose[] = ['declare', 'check-declaration'];

/** Turns of the post's own life; every other one belongs to the change under way. */
export const isPostsOwn = (purpose: Purpose): boolean => POSTS_OWN.includes(purpose);

/** Not corrected in time, withdrawn, or over with the post: what is open of the change is closed, the post is not. */
function endsOnlyItself(this: CaseFile, outcome: Extract<Turn, { kind: 'ended' }>['outcome']): Turn {
  for (const { id, purpose } of this.book.pending()) {
    if (isPostsOwn(purpose)) continue;
    this.book.close(id, 'cancelled');
    this.push({ kind: 'close-assignment', id, state: 'cancelled' });
  }
  this.closeOpenVisit();
  return { kind: 'ended', outcome };
}
