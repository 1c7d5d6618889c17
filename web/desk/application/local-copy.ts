/** What was typed and has not reached the server yet: kept in this browser, only until it has. */
const PREFIX = 'lianban.draft.';

export interface LocalCopy {
  form: Record<string, unknown>;
  /** Milliseconds since 1970. */
  atMs: number;
}

const keyOf = (userId: string, draftId: string) => `${PREFIX}${userId}.${draftId}`;

export const keepLocalCopy = (userId: string, draftId: string, form: Record<string, unknown>): boolean => {
  try {
    localStorage.setItem(keyOf(userId, draftId), JSON.stringify({ form, atMs: Date.now() } satisfies LocalCopy));
    return true;
  } catch {
    return false; // storage full or forbidden: the server's copy is all there is
  }
};

export const readLocalCopy = (userId: string, draftId: string): LocalCopy | null => {
  const kept = localStorage.getItem(keyOf(userId, draftId));
  return kept ? (JSON.parse(kept) as LocalCopy) : null;
};

export const dropLocalCopy = (userId: string, draftId: string): void => localStorage.removeItem(keyOf(userId, draftId));

export const forgetLocalCopies = (): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
};
