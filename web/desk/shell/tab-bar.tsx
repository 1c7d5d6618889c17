import { InboxOutlined, MenuOutlined, NotificationOutlined, PlusCircleOutlined, SendOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { PhoneMenu } from './phone-menu.tsx';
import { usePlaces } from './use-places.ts';

/** The phone's bottom bar: the few places of every day, the rest in a drawer. */
export function TabBar() {
  const { t } = useWords();
  const me = useMe();
  const places = usePlaces();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const place = (to: string) => places.find((one) => one.to === to);
  const todo = place('/?tab=todo');
  const tab = (to: string, icon: React.ReactNode, name: string, here: boolean, count?: number) => (
    <Link to={to} className={here ? 'active' : ''} aria-current={here ? 'page' : undefined}>
      {icon}
      {name}
      {count ? <em>{count}</em> : null}
    </Link>
  );
  return (
    <nav className="tabs-below" aria-label={t('shell.navigation')}>
      {tab('/?tab=todo', <InboxOutlined aria-hidden="true" />, t('home.tabs.todo'), Boolean(todo?.here), todo?.count)}
      {tab('/?tab=mine', <SendOutlined aria-hidden="true" />, t('home.tabs.mine'), Boolean(place('/?tab=mine')?.here))}
      {me.mayApply.length > 0 &&
        tab('/new', <PlusCircleOutlined aria-hidden="true" />, t('shell.applyShort'), pathname.startsWith('/new'))}
      {tab('/notices', <NotificationOutlined aria-hidden="true" />, t('nav.notices'), Boolean(place('/notices')?.here))}
      <button type="button" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <MenuOutlined aria-hidden="true" />
        {t('shell.more')}
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} placement="right" size={300} title={me.name}>
        <PhoneMenu places={places} onGo={() => setOpen(false)} />
      </Drawer>
    </nav>
  );
}
