import { useEffect, useState } from 'react';
import type { Draft } from '../../../api/contract/drafts.ts';
import { createDraftKeeper, type Saved } from './draft-keeper.ts';

/** Saves a draft as it is typed, when the line is back, and when the page is put away. */
export const useAutosave = (draft: Draft, userId: string) => {
  const [saved, setSaved] = useState<Saved>({ state: 'saved', atMs: Date.parse(draft.updatedAt) });
  const [keeper] = useState(() =>
    createDraftKeeper({ draftId: draft.id, userId, updatedAt: draft.updatedAt, onSaved: setSaved }),
  );
  useEffect(() => {
    const save = () => void keeper.save();
    const leave = () => document.visibilityState === 'hidden' && save();
    addEventListener('online', save);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('online', save);
      document.removeEventListener('visibilitychange', leave);
      save();
    };
  }, [keeper]);
  return { saved, keeper };
};
