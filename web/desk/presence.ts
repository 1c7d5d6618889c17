/** When somebody last touched the page, in any of its windows. */
const KEY = 'lianban.last-touch';

export const touched = (): void => localStorage.setItem(KEY, String(Date.now()));

export const untouchedMs = (): number => Date.now() - Number(localStorage.getItem(KEY) ?? 0);
