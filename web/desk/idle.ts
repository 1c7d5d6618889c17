import { useEffect } from 'react';
import { touched, untouchedMs } from './presence.ts';
import { signOut } from './sign-out.ts';

const LIMIT_MS = 30 * 60_000;

/** 等保 2.0: half an hour without a touch in any window signs out. Live updates do not count as presence. */
export const useIdleSignOut = (signedIn: boolean): void => {
  useEffect(() => {
    if (!signedIn) return;
    touched();
    const gestures = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
    for (const gesture of gestures) addEventListener(gesture, touched, { passive: true });
    const watch = setInterval(() => {
      if (untouchedMs() > LIMIT_MS) void signOut('idle');
    }, 20_000);
    return () => {
      clearInterval(watch);
      for (const gesture of gestures) removeEventListener(gesture, touched);
    };
  }, [signedIn]);
};
