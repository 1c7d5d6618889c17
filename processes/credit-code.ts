import type { Bilingual } from './case.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: 18 characters without I, O, S, V, Z; the last one checks the others (weights 3^i modulo 31). */
export const isCreditCode = (code: string): boolean => creditCodeFault(code) === undefined;

/**
 * What is wrong with a unified social credit code, or undefined. The right check character is not told: as often as not another character is
 * the wrong one.
 */
export function creditCodeFault(code: string): Bilingual | undefined {
  const characters = [...code];
  const foreign = characters.findIndex((character) => !ALPHABET.includes(character));
  if (foreign !== -1) {
    const at = foreign + 1;
    return {
      zh: `第 ${at} 位「${characters[foreign]}」不是统一社会信用代码的字符（GB 32100：数字和大写字母，不用 I、O、S、V、Z）`,
      en: `character ${at} is not one of a credit code (GB 32100: digits and capitals without I, O, S, V, Z)`,
    };
  }
  if (characters.length !== 18) {
    return {
      zh: `统一社会信用代码须为 18 位，现为 ${characters.length} 位（GB 32100）`,
      en: `a credit code has 18 characters, this one ${characters.length} (GB 32100)`,
    };
  }
  if (characters[17] === checkCharacter(code)) return undefined;
  return {
    zh: `第 18 位校验码「${characters[17]}」与前 17 位不符，请对照营业执照逐位核对（GB 32100）`,
    en: `the check character ${characters[17]} does not fit the 17 before it: compare each with the licence (GB 32100)`,
  };
}

function checkCharacter(code: string): string | undefined {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}
