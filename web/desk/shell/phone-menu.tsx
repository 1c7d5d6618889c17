import { roleNames } from '../../../processes/names.ts';
import { Button, Radio } from 'antd';
import { Link } from 'react-router';
import { chooseTheme, useThemeChoice } from '../../look/theme.ts';
import { chooseLanguage, useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { signOut } from '../sign-out.ts';
import type { Place } from './places.tsx';

export function PhoneMenu({ places, onGo }: { places: Place[]; onGo: () => void }) {
  const { t, say, language } = useWords();
  const me = useMe();
  const choice = useThemeChoice();
  return (
    <div className="phone-menu">
      {me.memberships.map((one) => (
        <p key={`${one.unit.id}:${one.role}`} className="soft">
          {say(one.unit.name)} {say(roleNames[one.role])}
        </p>
      ))}
      <nav>
        {places.map((place) => (
          <Link key={place.to} to={place.to} onClick={onGo}>
            {place.icon}
            {t(place.name)}
          </Link>
        ))}
        <Link to="/account" onClick={onGo}>
          {t('account.title')}
        </Link>
      </nav>
      <h3>{t('shell.language')}</h3>
      <Radio.Group
        block
        optionType="button"
        value={language}
        onChange={(event) => void chooseLanguage(event.target.value as 'zh' | 'en')}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <h3>{t('shell.theme')}</h3>
      <Radio.Group
        block
        optionType="button"
        value={choice}
        onChange={(event) => chooseTheme(event.target.value as 'device' | 'light' | 'dark')}
        options={(['device', 'light', 'dark'] as const).map((theme) => ({
          value: theme,
          label: t(`shell.themes.${theme}`),
        }))}
      />
      <Button block onClick={() => void signOut('asked')}>
        {t('account.signOut')}
      </Button>
    </div>
  );
}
