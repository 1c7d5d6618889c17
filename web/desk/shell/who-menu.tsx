import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { chooseTheme, useThemeChoice } from '../../look/theme.ts';
import { chooseLanguage, useWords } from '../../words/language.ts';
import { signOut } from '../sign-out.ts';

/** Account, substitutes, language, light or dark, sign out. */
export function WhoMenu({ placement, children }: { placement: 'topLeft' | 'bottomRight'; children: ReactNode }) {
  const { t, language } = useWords();
  const choice = useThemeChoice();
  const navigate = useNavigate();
  return (
    <Dropdown
      trigger={['click']}
      placement={placement}
      menu={{
        selectable: true,
        selectedKeys: [language, choice],
        items: [
          { key: 'account', label: t('account.title'), onClick: () => void navigate('/account') },
          { key: 'substitutes', label: t('nav.substitutes'), onClick: () => void navigate('/substitutes') },
          { type: 'divider' },
          {
            type: 'group',
            label: t('shell.language'),
            children: [
              { key: 'zh', label: '中文', onClick: () => void chooseLanguage('zh') },
              { key: 'en', label: 'English', onClick: () => void chooseLanguage('en') },
            ],
          },
          {
            type: 'group',
            label: t('shell.theme'),
            children: (['device', 'light', 'dark'] as const).map((theme) => ({
              key: theme,
              label: t(`shell.themes.${theme}`),
              onClick: () => chooseTheme(theme),
            })),
          },
          { type: 'divider' },
          { key: 'out', label: t('account.signOut'), onClick: () => void signOut('asked') },
        ],
      }}
    >
      {children}
    </Dropdown>
  );
}
