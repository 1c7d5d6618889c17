/** Brings the minutes to the server once the typing rests; whoever saved meanwhile is not written over. */
import type { MinutesText } from '../../../processes/joint-meeting/minutes-text.ts';
import { api, problemOf } from '../api.ts';

export interface Kept {
  state: 'saved' | 'saving' | 'unsaved' | 'elsewhere';
  atMs: number;
}

interface Options {
  meetingId: string;
  /** As read; 0 where there is no draft yet. */
  revision: number;
  onKept: (kept: Kept) => void;
}

const QUIET_MS = 1_200;
const RETRY_MS = 8_000;

export const createMinutesKeeper = ({ meetingId, revision, onKept }: Options) => {
  let read = revision;
  let pending: MinutesText | null = null;
  let busy: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let elsewhere = false;
  const tell = (state: Kept['state']) => onKept({ state, atMs: Date.now() });
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };

  const write = async (document: MinutesText): Promise<void> => {
    try {
      ({ revision: read } = await api.saveMinutes({
        params: { id: meetingId },
        body: { document: document, revision: read },
      }));
      if (pending !== document) return;
      pending = null;
      tell('saved');
    } catch (error) {
      if (problemOf(error).code === 'DraftChanged') {
        elsewhere = true;
        return tell('elsewhere');
      }
      tell('unsaved');
      later(RETRY_MS);
    }
  };

  /** Answers whether everything typed is on the server. */
  const save = async (): Promise<boolean> => {
    clearTimeout(timer);
    if (busy) await busy;
    if (pending && !elsewhere) {
      busy = write(pending);
      await busy;
      busy = null;
    }
    return pending === null;
  };

  return {
    save,
    typed: (document: MinutesText): void => {
      pending = document;
      if (elsewhere) return;
      tell('saving');
      later(QUIET_MS);
    },
    stop: (): void => clearTimeout(timer),
  };
};

export type MinutesKeeper = ReturnType<typeof createMinutesKeeper>;
