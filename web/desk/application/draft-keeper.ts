/** Brings what is typed to the server once the typing rests; until it is there, this browser keeps it. */
import { api, isOutage, problemOf } from '../api.ts';
import type { Form } from '../form/field-schema.ts';
import { dropLocalCopy, keepLocalCopy } from './local-copy.ts';

/** `kept`: only in this browser for now. `elsewhere`: another window saved this draft meanwhile. */
export interface Saved {
  state: 'saved' | 'saving' | 'kept' | 'elsewhere' | 'failed';
  atMs: number;
}

interface Options {
  draftId: string;
  userId: string;
  /** As read: a save is refused when another window saved since. */
  updatedAt: string;
  onSaved: (saved: Saved) => void;
}

const QUIET_MS = 1_200;
const RETRY_MS = 10_000;

export const createDraftKeeper = ({ draftId, userId, updatedAt, onSaved }: Options) => {
  let readAt: string | undefined = updatedAt;
  let pending: Form | null = null;
  let busy: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let elsewhere = false;

  const tell = (state: Saved['state']) => onSaved({ state, atMs: Date.now() });
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };

  const write = async (form: Form): Promise<void> => {
    try {
      ({ updatedAt: readAt } = await api.saveDraft({ params: { id: draftId }, body: { form, updatedAt: readAt } }));
      // Typed on while this one was under way: the next save carries it.
      if (pending !== form) return;
      pending = null;
      dropLocalCopy(userId, draftId);
      tell('saved');
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'DraftChanged') {
        elsewhere = true;
        return tell('elsewhere');
      }
      tell(isOutage(problem) || problem.status === 401 ? 'kept' : 'failed');
      later(RETRY_MS);
    }
  };

  /** Saves now what waits to be saved; one save at a time. */
  const save = async (): Promise<void> => {
    clearTimeout(timer);
    if (busy) await busy;
    if (!pending || elsewhere) return;
    busy = write(pending);
    await busy;
    busy = null;
  };

  return {
    save,
    typed: (form: Form): void => {
      pending = form;
      keepLocalCopy(userId, draftId, form);
      if (elsewhere) return;
      tell('saving');
      later(QUIET_MS);
    },
    /** Mine goes over what the other window saved. */
    overwrite: (): Promise<void> => {
      elsewhere = false;
      readAt = undefined;
      return save();
    },
    /** The case is submitted, or the page is left. */
    stop: (): void => {
      clearTimeout(timer);
      pending = null;
    },
  };
};

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;
