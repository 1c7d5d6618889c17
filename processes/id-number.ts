import { dayOfDate } from './shanghai.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether the text is a citizen's ID number: 17 digits and a check character (ISO 7064 MOD 11-2) as GB 11643 lays down. */
export function isIdNumber(id: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return false;
  try {
    dayOfDate(birthDate(id));
  } catch {
    return false;
  }
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return '10X98765432'[sum % 11] === id[17];
}

/** `YYYY-MM-DD` from the 7th to the 14th digit. */
export const birthDate = (id: string): string => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
