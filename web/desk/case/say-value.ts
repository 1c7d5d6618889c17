import { sayField } from '../../../processes/form-view.ts';
import type { FieldSchema } from '../../../processes/form-view.ts';
import { sayDay } from '../../pieces/moments.ts';
import type { Language } from '../../words/language.ts';

/** A field's value in words. Dates in a form are read beside each other: always with the year. */
export const sayValue = (field: FieldSchema, value: unknown, language: Language): string =>
  language === 'en' && field.widget === 'date' && typeof value === 'string' && value !== ''
    ? sayDay(value, language)
    : sayField(field, value)[language];
