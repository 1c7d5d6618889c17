/** Light or dark: the person's choice, else the device's. Kept in the browser, set before anything is drawn. */
import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'device';

const KEY = 'lianban.theme';
const device = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export const themeChoice = (): ThemeChoice => {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'device';
};

export const isDark = (): boolean => {
  const choice = themeChoice();
  return choice === 'device' ? device.matches : choice === 'dark';
};

export const applyTheme = (): void => {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
};

export const chooseTheme = (choice: ThemeChoice): void => {
  if (choice === 'device') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
  applyTheme();
};

device.addEventListener('change', applyTheme);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDark = (): boolean => useSyncExternalStore(subscribe, isDark);
export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, themeChoice);
