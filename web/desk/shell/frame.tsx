import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { rememberSignedIn, takeReturn } from '../../light/paths.ts';
import { Bones } from '../../pieces/bones.tsx';
import { useWords } from '../../words/language.ts';
import { ForcedPassword } from '../account/forced-password.tsx';
import { SignInPage } from '../account/sign-in-page.tsx';
import { useIdleSignOut } from '../idle.ts';
import { useLive } from '../live.ts';
import { MeProvider } from '../me.ts';
import { meQuery } from '../queries.ts';
import { HeadBar } from './head-bar.tsx';
import { SideBar } from './side-bar.tsx';
import { TabBar } from './tab-bar.tsx';
import { TroubleNote } from './trouble.tsx';

/** Around every signed-in page. Not signed in: the sign-in page stands at the very address asked for. */
export function Frame() {
  const { t } = useWords();
  const { data: me, error, refetch } = useQuery(meQuery);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const signedIn = Boolean(me);
  useLive(signedIn);
  useIdleSignOut(signedIn);
  useEffect(() => {
    if (me === undefined) return;
    rememberSignedIn(signedIn);
    if (!signedIn) return;
    const back = takeReturn();
    // The link page belongs to the light part: leave the desk for it.
    if (back) location.assign(back);
    else if (pathname === '/sign-in') void navigate('/', { replace: true });
  }, [me, signedIn, pathname, navigate]);

  if (me === undefined) return error ? <TroubleNote error={error} again={refetch} /> : <FrameBones />;
  if (me === null) return <SignInPage />;
  if (me.mustChangePassword) return <ForcedPassword />;
  return (
    <MeProvider value={me}>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <div className="shell">
        <SideBar />
        <div className="main">
          <HeadBar />
          <main id="content" className="content" tabIndex={-1}>
            <Suspense fallback={<PageBones />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
        <TabBar />
      </div>
      <ScrollRestoration />
    </MeProvider>
  );
}

export function PageBones() {
  return (
    <div className="page">
      <Bones lines={2} height={26} />
      <Bones lines={5} height={52} />
    </div>
  );
}

function FrameBones() {
  return (
    <div className="shell">
      <div className="side" />
      <div className="main">
        <PageBones />
      </div>
    </div>
  );
}
