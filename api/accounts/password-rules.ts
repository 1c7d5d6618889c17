/** 等保 2.0: at least 8 characters of at least three of four classes (domain.md §6). */
const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{N}\s]/u];

export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 128;

export const isStrongPassword = (password: string): boolean =>
  [...password].length >= MIN_PASSWORD_LENGTH &&
  password.length <= MAX_PASSWORD_LENGTH &&
  CLASSES.filter((characters) => characters.test(password)).length >= 3;
