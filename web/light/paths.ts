/** Which addresses open the light part: the page behind a mail's link always, public pages while nobody is signed in here. */
const SIGNED_IN = 'lianban.signed-in';
const THEN = 'lianban.then';

export const isPublicPath = (path: string): boolean => /^\/(notices|certificates|progress)(\/|$)/.test(path);

export const isLightPath = (path: string): boolean =>
  path.startsWith('/act/') || (isPublicPath(path) && localStorage.getItem(SIGNED_IN) !== '1');

export const rememberSignedIn = (signedIn: boolean): void => {
  if (signedIn) localStorage.setItem(SIGNED_IN, '1');
  else localStorage.removeItem(SIGNED_IN);
};

/** Where to go after signing in. Not in the address: a mail's token must not reach a log. */
export const rememberReturn = (path: string): void => sessionStorage.setItem(THEN, path);

export const takeReturn = (): string | null => {
  const path = sessionStorage.getItem(THEN);
  sessionStorage.removeItem(THEN);
  return path && /^\/(?!\/)/.test(path) ? path : null;
};
