import { formatYuan } from '../../../processes/money.ts';
import { sayDay } from '../../pieces/moments.ts';
import type { Language } from '../../words/language.ts';
import type { FieldSchema } from '../form/field-schema.ts';

/** A field's value in words. */
export const sayValue = (field: FieldSchema, value: unknown, language: Language): string => {
  if (value === undefined || value === null || value === '') return '—';
  if (field.options) {
    const option = field.options.find((one) => one.value === value);
    if (option) return language === 'en' ? option.en : option.zh;
  }
  if (field.widget === 'checkbox') return language === 'en' ? (field.titleEn ?? '') : (field.title ?? '');
  // The label says that it is yuan; the value is fen.
  if (field.widget === 'money' && Number.isSafeInteger(value)) return formatYuan(value as number);
  if (field.widget === 'date' && typeof value === 'string') return withYear(value, language);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Dates in a form are read beside each other: always with the year. */
const withYear = (day: string, language: Language): string => (language === 'zh' ? day : sayDay(day, language));
