import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../../api/contract/drafts.ts';
import { api, isOutage, problemOf } from '../api.ts';
import type { Form } from '../form/field-schema.ts';
import { dropLocalCopy, keepLocalCopy } from './local-copy.ts';

/** `kept`: only in this browser for now. `elsewhere`: another window saved this draft meanwhile. */
export interface Saved {
  state: 'saved' | 'saving' | 'kept' | 'elsewhere' | 'failed';
  atMs: number;
}

const QUIET_MS = 1_200;
const RETRY_MS = 10_000;

/** Saves what was typed once the typing rests; keeps it in the browser until the server has it. */
export const useAutosave = (draft: Draft, userId: string) => {
  const [saved, setSaved] = useState<Saved>({ state: 'saved', atMs: Date.parse(draft.updatedAt) });
  const readAt = useRef<string | undefined>(draft.updatedAt);
  const pending = useRef<Form | null>(null);
  const busy = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (busy.current) await busy.current;
    const form = pending.current;
    if (!form) return;
    const turn = (async () => {
      try {
        const { updatedAt } = await api.saveDraft({
          params: { id: draft.id },
          body: { form, updatedAt: readAt.current },
        });
        readAt.current = updatedAt;
        // Typed on while this one was under way: the next save carries it.
        if (pending.current === form) {
          pending.current = null;
          dropLocalCopy(userId, draft.id);
          setSaved({ state: 'saved', atMs: Date.now() });
        }
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code === 'DraftChanged') return setSaved({ state: 'elsewhere', atMs: Date.now() });
        setSaved({ state: isOutage(problem) || problem.status === 401 ? 'kept' : 'failed', atMs: Date.now() });
        timer.current = setTimeout(() => void save(), RETRY_MS);
      }
    })();
    busy.current = turn;
    await turn;
    busy.current = null;
  }, [draft.id, userId]);

  const typed = useCallback(
    (form: Form) => {
      pending.current = form;
      keepLocalCopy(userId, draft.id, form);
      setSaved((before) => (before.state === 'elsewhere' ? before : { state: 'saving', atMs: Date.now() }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), QUIET_MS);
    },
    [draft.id, userId, save],
  );

  /** Mine goes over what the other window saved. */
  const overwrite = useCallback(() => {
    readAt.current = undefined;
    return save();
  }, [save]);

  useEffect(() => {
    const online = () => void save();
    const leave = () => document.visibilityState === 'hidden' && void save();
    addEventListener('online', online);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('online', online);
      document.removeEventListener('visibilitychange', leave);
      void save();
      clearTimeout(timer.current);
    };
  }, [save]);

  return { saved, typed, save, overwrite };
};
