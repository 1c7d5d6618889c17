/** The part without a component library: the page behind a mail's link and the public pages. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ActPage } from './act-page.tsx';
import { CertificateCheck } from './certificate-check.tsx';
import { LightFrame } from './light-frame.tsx';
import { NoticeList } from './notice-list.tsx';
import { NoticePage } from './notice-page.tsx';
import { ProgressPage } from './progress-page.tsx';
import '../look/light.css';
import '../look/progress.css';

const answers = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: false, staleTime: 5_000 } },
});

export function Part() {
  return (
    <QueryClientProvider client={answers}>
      <Page />
    </QueryClientProvider>
  );
}

function Page() {
  const [, first, rest] = location.pathname.split('/').map(decodeURIComponent);
  if (first === 'act') {
    return (
      <LightFrame narrow>
        <ActPage token={rest ?? ''} />
      </LightFrame>
    );
  }
  return (
    <LightFrame signIn>
      {first === 'progress' ? (
        <ProgressPage />
      ) : first === 'certificates' ? (
        <CertificateCheck number={rest ?? ''} check={new URLSearchParams(location.search).get('check') ?? ''} />
      ) : rest ? (
        <NoticePage id={rest} />
      ) : (
        <NoticeList />
      )}
    </LightFrame>
  );
}
