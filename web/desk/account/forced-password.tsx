import { Button } from 'antd';
import { Brand } from '../../pieces/brand.tsx';
import { useWords } from '../../words/language.ts';
import { signOut } from '../sign-out.ts';
import { PasswordForm } from './password-form.tsx';

/** A first sign-in: the password somebody else knows is changed before anything else. */
export function ForcedPassword() {
  const { t } = useWords();
  return (
    <main className="light-main">
      <Brand />
      <section className="card">
        <h2>{t('account.forced')}</h2>
        <p className="soft">{t('account.forcedWhy')}</p>
        <PasswordForm />
      </section>
      <Button type="link" onClick={() => void signOut('asked')}>
        {t('account.signOut')}
      </Button>
    </main>
  );
}
