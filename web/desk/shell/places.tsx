import {
  AccountBookOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  DatabaseOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FlagOutlined,
  InboxOutlined,
  NotificationOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SendOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  UserDeleteOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { AssignmentCounts } from '../../../api/contract/assignments.ts';
import type { Me } from '../../../api/contract/me.ts';
import type { Role } from '../../../processes/case.ts';
import { holds } from '../me.ts';
import { postTabs } from '../posts/post-tabs.ts';

export interface Place {
  to: string;
  name:
    | 'nav.todo'
    | 'nav.mine'
    | 'nav.done'
    | 'nav.notices'
    | 'nav.certificates'
    | 'nav.indicators'
    | 'nav.registers'
    | 'nav.countersigns'
    | 'nav.meetings'
    | 'nav.items'
    | 'nav.fund'
    | 'nav.schoolFunding'
    | 'nav.posts'
    | 'nav.ownPosts'
    | 'nav.substitutes'
    | 'nav.calendar'
    | 'nav.leavers'
    | 'nav.cases'
    | 'nav.audit';
  icon: ReactNode;
  count?: number;
  /** Pages of the office itself stand below a line. */
  apart?: boolean;
}

/** Where this person may go. */
export const placesOf = (me: Me, counts: AssignmentCounts | undefined): Place[] => {
  const handles = me.memberships.some((one) => one.role !== 'teacher');
  const readsFigures = me.memberships.some(({ role }) => role !== 'teacher' && role !== 'expert');
  const posts = postTabs(me);
  const places: (Place | false)[] = [
    { to: '/?tab=todo', name: 'nav.todo', icon: <InboxOutlined aria-hidden="true" />, count: counts?.open },
    { to: '/?tab=mine', name: 'nav.mine', icon: <SendOutlined aria-hidden="true" /> },
    { to: '/?tab=done', name: 'nav.done', icon: <FileDoneOutlined aria-hidden="true" /> },
    handles && { to: '/search', name: 'nav.cases', icon: <FileSearchOutlined aria-hidden="true" /> },
    { to: '/notices', name: 'nav.notices', icon: <NotificationOutlined aria-hidden="true" /> },
    holds(me, 'teacher') && {
      to: '/my/certificates',
      name: 'nav.certificates',
      icon: <SafetyCertificateOutlined aria-hidden="true" />,
    },
    posts.length > 0 && {
      to: '/posts',
      name: posts.some((tab) => tab !== 'own') ? 'nav.posts' : 'nav.ownPosts',
      icon: <SolutionOutlined aria-hidden="true" />,
    },
    readsFigures && { to: '/indicators', name: 'nav.indicators', icon: <BarChartOutlined aria-hidden="true" /> },
    (holds(me, 'secretariat', 'auditor') || ofDepartment(me)) && {
      to: '/meetings',
      name: 'nav.meetings',
      icon: <ScheduleOutlined aria-hidden="true" />,
    },
    worksOnItems(me) && { to: '/items', name: 'nav.items', icon: <FlagOutlined aria-hidden="true" /> },
    me.leads && { to: '/countersigns', name: 'nav.countersigns', icon: <TeamOutlined aria-hidden="true" /> },
    ofSchool(me, 'clerk', 'reviewer', 'principal') && {
      to: '/school-funding',
      name: 'nav.schoolFunding',
      icon: <BankOutlined aria-hidden="true" />,
    },
    holds(me, 'fund-manager', 'auditor', 'leader', 'secretariat') && {
      to: '/fund',
      name: 'nav.fund',
      icon: <AccountBookOutlined aria-hidden="true" />,
    },
    readsFigures && {
      to: '/registers/institutions',
      name: 'nav.registers',
      icon: <DatabaseOutlined aria-hidden="true" />,
    },
    handles && { to: '/substitutes', name: 'nav.substitutes', icon: <SwapOutlined aria-hidden="true" />, apart: true },
    holds(me, 'administrator') && {
      to: '/calendar',
      name: 'nav.calendar',
      icon: <CalendarOutlined aria-hidden="true" />,
      apart: true,
    },
    holds(me, 'administrator') && {
      to: '/leavers',
      name: 'nav.leavers',
      icon: <UserDeleteOutlined aria-hidden="true" />,
      apart: true,
    },
    holds(me, 'auditor') && {
      to: '/audit',
      name: 'nav.audit',
      icon: <AuditOutlined aria-hidden="true" />,
      apart: true,
    },
  ];
  return places.filter((place) => place !== false);
};

const ofSchool = (me: Me, ...roles: Role[]): boolean =>
  me.memberships.some((one) => one.unitKind === 'school' && roles.includes(one.role));

/** Teachers and experts have no part in the meeting's tasks. */
const worksOnItems = (me: Me): boolean =>
  holds(me, 'secretariat', 'leader', 'auditor', 'administrator', 'clerk', 'reviewer', 'principal');

/** Member units of the joint meeting are departments. */
const ofDepartment = (me: Me): boolean =>
  me.memberships.some(({ unitKind, role }) => unitKind === 'department' && role !== 'expert');

/** `/?tab=todo` is the home page's first tab as well as `/`. */
export const isHere = (place: Place, pathname: string, search: string, firstTab: string): boolean => {
  const [path, query] = place.to.split('?');
  if (path !== '/') return pathname === path || pathname.startsWith(`${path}/`);
  if (pathname !== '/') return false;
  const tab = new URLSearchParams(search).get('tab') ?? firstTab;
  return query === `tab=${tab}`;
};
