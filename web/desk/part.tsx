/** The desk: antd, router and cache around the signed-in pages. */
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { darkTheme, lightTheme } from '../look/antd-theme.ts';
import { signStyles } from '../look/sign-styles.ts';
import { useDark } from '../look/theme.ts';
import { useWords } from '../words/language.ts';
import { queryClient } from './api.ts';
import { router } from './router.tsx';
import '../look/light.css';
import '../look/desk.css';
import '../look/form.css';
import '../look/pages.css';
import '../look/print.css';

/** Style elements without it are refused by the page's content security policy. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
signStyles(nonce);

export function Part() {
  const dark = useDark();
  const { language } = useWords();
  useEffect(() => {
    // Findings, problems and due words come in the reader's language.
    void queryClient.invalidateQueries();
  }, [language]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={dark ? darkTheme : lightTheme}
      button={{ autoInsertSpace: false }}
      csp={{ nonce }}
    >
      <App message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
