import { levelNames, trackNames } from '../../processes/teacher-certification/words.ts';

const named = (names: Record<string, { zh: string; en: string }>, key: string) =>
  Object.hasOwn(names, key) ? names[key]! : { zh: key, en: key };

/** 中职中级. */
export const gradeName = ({ track, level }: { track: string; level: string }): string =>
  named(trackNames, track).zh + named(levelNames, level).zh;

/** intermediate level, secondary vocational. */
export const gradeNameEn = ({ track, level }: { track: string; level: string }): string =>
  `${named(levelNames, level).en} level, ${named(trackNames, track).en}`.toLowerCase();

/** The public check page, with the code that keeps certificates from being found by counting numbers. */
export const checkLink = (publicUrl: string, { number, checkCode }: { number: string; checkCode: string }): string =>
  `${publicUrl}/certificates/${encodeURIComponent(number)}?check=${encodeURIComponent(checkCode)}`;
