import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { notificationsQuery } from '../queries.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { More } from '../more.tsx';

export function NotificationsPage() {
  const { t, say, language } = useWords();
  const list = useInfiniteQuery(notificationsQuery);
  const items = list.data?.pages.flatMap((page) => page.items);
  if (list.error) return <TroubleNote error={list.error} again={list.refetch} />;
  return (
    <div className="page">
      <div className="title">
        <h1>{t('bell.title')}</h1>
      </div>
      <div className="card">
        {!items && <Bones lines={6} height={36} />}
        {items?.length === 0 && <Empty what={t('bell.none')} />}
        <ul className="plain-list">
          {items?.map((item) => (
            <li key={item.id}>
              <span>
                {say(item.text)}
                {item.title && (
                  <small className="soft block">
                    <span className="no">{item.number}</span>　{item.title}
                  </small>
                )}
              </span>
              <span className="soft">
                {sayMoment(item.at, language)}{' '}
                {item.caseId && <Link to={`/cases/${item.caseId}`}>{t('bell.open')}</Link>}
              </span>
            </li>
          ))}
        </ul>
        <More list={list} />
      </div>
    </div>
  );
}
