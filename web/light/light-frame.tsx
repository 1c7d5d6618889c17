import type { ReactNode } from 'react';
import { Brand } from '../pieces/brand.tsx';
import { chooseLanguage, useWords } from '../words/language.ts';

/** Head and column of a light page: phone width for one turn, wider for public reading. */
export function LightFrame({ narrow, signIn, children }: { narrow?: boolean; signIn?: boolean; children: ReactNode }) {
  const { t, language } = useWords();
  return (
    <div className={narrow ? 'light narrow' : 'light'}>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <header className="light-head">
        <Brand />
        <nav>
          {signIn && <a href="/progress">{t('progress.title')}</a>}
          {signIn && <a href="/notices">{t('notices.title')}</a>}
          {signIn && <a href="/">{t('frame.enter')}</a>}
          <button type="button" onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
            {language === 'zh' ? 'English' : '中文'}
          </button>
        </nav>
      </header>
      <main id="content" className="light-main">
        {children}
      </main>
    </div>
  );
}
