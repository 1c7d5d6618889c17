import { roleNames } from '../../../processes/names.ts';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { PasswordForm } from './password-form.tsx';
import { QuickPhrases } from './quick-phrases.tsx';

export function AccountPage() {
  const { t, say } = useWords();
  const me = useMe();
  return (
    <div className="page">
      <div className="title">
        <h1>{t('account.title')}</h1>
      </div>
      <section className="card">
        <dl className="facts">
          <dt>{t('account.name')}</dt>
          <dd>{me.name}</dd>
          <dt>{t('signIn.email')}</dt>
          <dd>{me.email}</dd>
          <dt>{t('account.posts')}</dt>
          <dd>{me.memberships.map((one) => `${say(one.unit.name)} ${say(roleNames[one.role])}`).join('，')}</dd>
        </dl>
      </section>
      <section className="card">
        <h2>{t('account.password')}</h2>
        <PasswordForm />
      </section>
      <section className="card">
        <h2>{t('phrases.title')}</h2>
        <QuickPhrases />
      </section>
    </div>
  );
}
