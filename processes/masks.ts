/** How personal data looks to everybody who has no reason to see it (domain.md §6). */

/** First 6 and last 4: `500225********0011`. */
export const maskIdNumber = (id: string): string => mask(id, 6, 4);

/** First 3 and last 4: `138****5678`. */
export const maskPhone = (phone: string): string => mask(phone, 3, 4);

/** Last 4: `***************1234`. */
export const maskBankAccount = (account: string): string => mask(account, 0, 4);

/** 张*、张*三、欧**娜: the first character and, of three or more, the last. Names in Latin letters keep the first letter of each word. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (/^[\p{Script=Latin}\s.'-]+$/u.test(name.trim())) return name.trim().replaceAll(/(?<=\S)\S+/gu, '***');
  if (characters.length <= 1) return characters.length === 0 ? '' : '*';
  const [first, ...rest] = characters;
  return rest.length === 1 ? `${first}*` : `${first}${'*'.repeat(rest.length - 1)}${rest.at(-1)}`;
}

/** A text too short to hide anything between its ends is hidden whole. */
function mask(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail);
}
