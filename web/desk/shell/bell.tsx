import { BellOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Bones } from '../../pieces/bones.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { notificationsQuery } from '../queries.ts';

const SEEN = 'lianban.bell-seen';

/** The last things that concern me; the dot goes when they were looked at on this device. */
export function Bell() {
  const { t, say, language } = useWords();
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState(localStorage.getItem(SEEN) ?? '');
  const { data } = useInfiniteQuery(notificationsQuery);
  const items = data?.pages[0]?.items.slice(0, 8);
  const newest = items?.[0]?.at ?? '';
  const look = (shown: boolean) => {
    setOpen(shown);
    if (!shown || !newest) return;
    localStorage.setItem(SEEN, newest);
    setSeen(newest);
  };
  const list = (
    <div className="bell">
      {!items && <Bones lines={4} />}
      {items?.length === 0 && <p className="soft">{t('bell.none')}</p>}
      {items?.map((item) => (
        <Link key={item.id} to={item.caseId ? `/cases/${item.caseId}` : '/'} onClick={() => setOpen(false)}>
          <time>{sayMoment(item.at, language)}</time>
          {say(item.text)}
          {item.title && (
            <small>
              {item.number}　{item.title}
            </small>
          )}
        </Link>
      ))}
      <Link to="/notifications" className="all" onClick={() => setOpen(false)}>
        {t('bell.all')}
      </Link>
    </div>
  );
  return (
    <Popover
      open={open}
      onOpenChange={look}
      trigger="click"
      placement="bottomRight"
      title={t('bell.title')}
      content={list}
    >
      <Badge dot={newest > seen} offset={[-8, 8]}>
        <Button
          type="text"
          icon={<BellOutlined aria-hidden="true" style={{ fontSize: 18 }} />}
          aria-label={newest > seen ? t('bell.new') : t('bell.title')}
        />
      </Badge>
    </Popover>
  );
}
