const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100: 18 characters without I, O, S, V, Z; the last one checks the others (weights 3^i modulo 31). */
export function isCreditCode(code: string): boolean {
  const values = [...code].map((character) => ALPHABET.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values[17] === (31 - (sum % 31)) % 31;
}
