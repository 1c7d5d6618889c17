import { useWords } from '../../words/language.ts';
import type { FieldSchema } from './field-schema.ts';

/** Why a field is asked, what evidence must show, an example, the clause behind it; nothing when there is none of these. */
export const useHelpWords = () => {
  const { t, language } = useWords();
  return (schema: FieldSchema): string => {
    const why = (language === 'en' && schema.descriptionEn) || schema.description;
    const [zh, en] = schema.evidence?.split(' / ') ?? [];
    const shows = language === 'en' && en ? en : zh;
    return [
      why,
      shows && t('form.shows', { what: shows }),
      schema.example && t('form.example', { example: schema.example }),
      schema.clause && t('form.clause', { clause: schema.clause }),
    ]
      .filter(Boolean)
      .join('　');
  };
};

export function FieldHelp({ schema }: { schema: FieldSchema }) {
  const words = useHelpWords()(schema);
  return words ? <span className="field-help">{words}</span> : null;
}
