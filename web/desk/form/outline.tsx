import { useEffect, useState } from 'react';
import { useWords } from '../../words/language.ts';
import type { Section } from './field-schema.ts';

/** The side outline: where one is, and where something is still amiss (in words for those who hear it). */
export function Outline({ sections, wrongIn }: { sections: Section[]; wrongIn: (section: string) => number }) {
  const { t, language } = useWords();
  const [here, setHere] = useState(sections[0]?.key);
  useEffect(() => {
    const watch = new IntersectionObserver(
      (seen) => {
        const top = seen.find((one) => one.isIntersecting);
        if (top) setHere(top.target.id.replace('section-', ''));
      },
      { rootMargin: '-80px 0px -70% 0px' },
    );
    for (const { key } of sections) {
      const section = document.getElementById(`section-${key}`);
      if (section) watch.observe(section);
    }
    return () => watch.disconnect();
  }, [sections]);
  return (
    <nav className="outline" aria-label={t('form.outline')}>
      {sections.map(({ key, schema }) => {
        const wrong = wrongIn(key);
        return (
          <a
            key={key}
            href={`#section-${key}`}
            className={here === key ? 'here' : ''}
            onClick={(event) => {
              event.preventDefault();
              document.getElementById(`section-${key}`)?.scrollIntoView({ behavior: 'smooth', block: 'start' });
            }}
          >
            {(language === 'en' && schema.titleEn) || schema.title}
            {wrong > 0 && <em>{t('form.wrongCount', { count: wrong })}</em>}
          </a>
        );
      })}
    </nav>
  );
}
