import { useEffect } from 'react';
import { signOut } from './sign-out.ts';

const LIMIT_MS = 30 * 60_000;
const KEY = 'lianban.last-touch';

/** 等保 2.0: half an hour without a touch in any window signs out. Live updates do not count as presence. */
export const useIdleSignOut = (signedIn: boolean): void => {
  useEffect(() => {
    if (!signedIn) return;
    const touch = () => localStorage.setItem(KEY, String(Date.now()));
    touch();
    const gestures = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
    for (const gesture of gestures) addEventListener(gesture, touch, { passive: true });
    const watch = setInterval(() => {
      if (Date.now() - Number(localStorage.getItem(KEY) ?? 0) > LIMIT_MS) void signOut('idle');
    }, 20_000);
    return () => {
      clearInterval(watch);
      for (const gesture of gestures) removeEventListener(gesture, touch);
    };
  }, [signedIn]);
};
