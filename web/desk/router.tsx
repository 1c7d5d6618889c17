import { createBrowserRouter, Navigate } from 'react-router';
import type { ComponentType } from 'react';
import { Frame } from './shell/frame.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Trouble } from './shell/trouble.tsx';

const page = (load: () => Promise<ComponentType>) => ({
  lazy: async () => ({ Component: await load() }),
  errorElement: <Trouble />,
});

export const router = createBrowserRouter([
  {
    path: '/',
    Component: Frame,
    errorElement: <Trouble />,
    HydrateFallback: () => null,
    children: [
      { index: true, ...page(async () => (await import('./home/home-page.tsx')).HomePage) },
      { path: 'sign-in', ...page(async () => (await import('./home/home-page.tsx')).HomePage) },
      { path: 'search', ...page(async () => (await import('./home/search-page.tsx')).SearchPage) },
      { path: 'new', ...page(async () => (await import('./application/process-list.tsx')).ProcessList) },
      { path: 'new/:slug', ...page(async () => (await import('./application/process-page.tsx')).ProcessPage) },
      { path: 'drafts/:id', ...page(async () => (await import('./application/application-page.tsx')).ApplicationPage) },
      { path: 'cases/:id', ...page(async () => (await import('./case/case-page.tsx')).CasePage) },
      { path: 'meetings', ...page(async () => (await import('./meetings/meetings-page.tsx')).MeetingsPage) },
      { path: 'meetings/:id', ...page(async () => (await import('./meetings/meeting-page.tsx')).MeetingPage) },
      { path: 'items', ...page(async () => (await import('./items/items-page.tsx')).ItemsPage) },
      { path: 'items/wall', ...page(async () => (await import('./items/wall-page.tsx')).WallPage) },
      { path: 'items/new', ...page(async () => (await import('./items/new-items-page.tsx')).NewItemsPage) },
      { path: 'items/scores', ...page(async () => (await import('./items/scores-page.tsx')).ScoresPage) },
      { path: 'items/bulletins', ...page(async () => (await import('./items/bulletins-page.tsx')).BulletinsPage) },
      { path: 'items/bulletins/:month', ...page(async () => (await import('./items/bulletin-page.tsx')).BulletinPage) },
      { path: 'items/:id', ...page(async () => (await import('./items/item-page.tsx')).ItemPage) },
      { path: 'notifications', ...page(async () => (await import('./home/notifications-page.tsx')).NotificationsPage) },
      { path: 'notices', ...page(async () => (await import('./records/notices-in-shell.tsx')).NoticesInShell) },
      { path: 'notices/:id', ...page(async () => (await import('./records/notices-in-shell.tsx')).NoticeInShell) },
      {
        path: 'certificates/:number?',
        ...page(async () => (await import('./records/check-in-shell.tsx')).CheckInShell),
      },
      { path: 'my/certificates', ...page(async () => (await import('./records/my-certificates.tsx')).MyCertificates) },
      { path: 'ratio', element: <Navigate to="/indicators/dual-qualified-ratio" replace /> },
      { path: 'indicators', ...page(async () => (await import('./indicators/dashboard-page.tsx')).DashboardPage) },
      { path: 'indicators/:id', ...page(async () => (await import('./indicators/indicator-page.tsx')).IndicatorPage) },
      {
        path: 'registers/:register',
        ...page(async () => (await import('./registers/register-page.tsx')).RegisterPage),
      },
      { path: 'progress', ...page(async () => (await import('./records/progress-in-shell.tsx')).ProgressInShell) },
      { path: 'fund', ...page(async () => (await import('./fund/fund-page.tsx')).FundPage) },
      { path: 'fund/statement', ...page(async () => (await import('./fund/statement-page.tsx')).StatementPage) },
      { path: 'fund/orders', ...page(async () => (await import('./fund/orders-page.tsx')).OrdersPage) },
      { path: 'fund/orders/:number', ...page(async () => (await import('./fund/order-page.tsx')).OrderPage) },
      {
        path: 'fund/reconciliation',
        ...page(async () => (await import('./fund/reconciliation-page.tsx')).ReconciliationPage),
      },
      { path: 'posts', ...page(async () => (await import('./posts/posts-page.tsx')).PostsPage) },
      { path: 'posts/overview', ...page(async () => (await import('./posts/overview-page.tsx')).OverviewPage) },
      { path: 'posts/register', ...page(async () => (await import('./posts/register-page.tsx')).RegisterPage) },
      {
        path: 'posts/statement',
        ...page(async () => (await import('./posts/statement-page.tsx')).IncomeStatementPage),
      },
      {
        path: 'posts/school-income',
        ...page(async () => (await import('./posts/school-income-page.tsx')).SchoolIncomePage),
      },
      { path: 'posts/:id', ...page(async () => (await import('./posts/post-page.tsx')).PostPage) },
      { path: 'posts/:id/change', ...page(async () => (await import('./posts/change-page.tsx')).ChangePage) },
      {
        path: 'posts/:id/declare/:period',
        ...page(async () => (await import('./posts/declare-page.tsx')).DeclarePage),
      },
      {
        path: 'school-funding',
        ...page(async () => (await import('./fund/school-funding-page.tsx')).SchoolFundingPage),
      },
      {
        path: 'countersigns',
        ...page(async () => (await import('./countersigns/countersigns-page.tsx')).CountersignsPage),
      },
      { path: 'substitutes', ...page(async () => (await import('./account/substitutes-page.tsx')).SubstitutesPage) },
      { path: 'account', ...page(async () => (await import('./account/account-page.tsx')).AccountPage) },
      { path: 'calendar', ...page(async () => (await import('./office/calendar-page.tsx')).CalendarPage) },
      { path: 'leavers', ...page(async () => (await import('./office/leavers-page.tsx')).LeaversPage) },
      { path: 'audit', ...page(async () => (await import('./office/audit-page.tsx')).AuditPage) },
      { path: '*', Component: NotFound },
    ],
  },
]);
