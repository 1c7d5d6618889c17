import { useWords } from '../../words/language.ts';
import type { FieldSchema } from './field-schema.ts';

/** Why it is asked, an example, the clause behind it. */
export function FieldHelp({ schema }: { schema: FieldSchema }) {
  const { t, language } = useWords();
  const why = (language === 'en' && schema.descriptionEn) || schema.description;
  const shows = schema.evidence?.split(' / ')[language === 'en' ? 1 : 0] ?? schema.evidence;
  const parts = [
    why,
    shows && t('form.shows', { what: shows }),
    schema.example && t('form.example', { example: schema.example }),
    schema.clause && t('form.clause', { clause: schema.clause }),
  ].filter(Boolean);
  return parts.length > 0 ? <span className="field-help">{parts.join('　')}</span> : null;
}
