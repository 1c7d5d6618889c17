import type { ActView } from '../../api/contract/act-links.ts';
import { useWords } from '../words/language.ts';
import { rememberReturn } from './paths.ts';

/** High stakes: the person signs in first and comes back here. */
export function ActSignIn({ view }: { view: ActView }) {
  const { t } = useWords();
  const go = () => {
    rememberReturn(location.pathname);
    location.assign('/sign-in');
  };
  return (
    <div className="note-box">
      <b>{t('act.signInFirst')}</b>
      <p>
        {view.signedInAs && view.signedInAs !== view.person.name
          ? t('act.signedInAsOther', { other: view.signedInAs, person: view.person.name })
          : t('act.signInAs', { person: view.person.name })}
      </p>
      <button type="button" className="btn primary wide" onClick={go}>
        {t('act.signIn')}
      </button>
    </div>
  );
}
