/** Chinese first; English when asked for. Keys are typed by the Chinese files, and the English ones must have every one of them. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Bilingual } from '../../processes/case.ts';
import type { zhDesk } from './zh-desk.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof zh & typeof zhDesk };
  }
}

const KEY = 'lianban.language';
let withDesk = false;

/** The light part brings its own words; the desk adds its own. */
export const startLanguage = async (desk: boolean): Promise<void> => {
  withDesk = desk;
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    defaultNS: 'words',
    ns: ['words'],
    resources: { zh: { words: desk ? { ...zh, ...(await import('./zh-desk.ts')).zhDesk } : zh } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  await chooseLanguage(localStorage.getItem(KEY) === 'en' ? 'en' : 'zh');
};

/** English words are fetched the first time they are wanted. */
export const chooseLanguage = async (language: Language): Promise<void> => {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'words')) {
    const [{ en }, desk] = await Promise.all([import('./en.ts'), withDesk ? import('./en-desk.ts') : null]);
    i18next.addResourceBundle('en', 'words', { ...en, ...desk?.enDesk });
  }
  await i18next.changeLanguage(language);
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = i18next.t('brand.title');
};

export const useWords = () => {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  /** The reader's side of a pair such as a stage's name. */
  const say = (pair: Bilingual): string => (language === 'en' && pair.en ? pair.en : pair.zh);
  return { t, say, language };
};
