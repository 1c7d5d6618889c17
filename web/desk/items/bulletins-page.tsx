import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { bulletinsQuery } from './queries.ts';
import '../../look/items.css';

export const useBulletinName = () => {
  const { t } = useWords();
  return (month: string) => t('items.bulletinPage.of', { year: month.slice(0, 4), month: Number(month.slice(5)) });
};

export function BulletinsPage() {
  const { t, language } = useWords();
  const name = useBulletinName();
  const { data, error, refetch } = useQuery(bulletinsQuery);
  if (error) return <TroubleNote error={error} again={refetch} />;
  return (
    <div className="page items">
      <div className="title">
        <h1>{t('items.bulletinPage.title')}</h1>
        <Link to="/items">{t('items.back')}</Link>
      </div>
      {!data && <Bones lines={3} height={52} />}
      {data?.items.length === 0 && (
        <div className="card">
          <Empty what={t('items.bulletinPage.none')} how={t('items.bulletinPage.noneHow')} />
        </div>
      )}
      <ul className="row-list">
        {data?.items.map(({ month, state, publishedAt, publishedBy }) => (
          <li key={month} className="bulletin-row">
            <Link to={`/items/bulletins/${month}`} className="item">
              <b>{name(month)}</b>
            </Link>
            {state === 'draft' ? (
              <span className="tag amber">{t('items.bulletinPage.draft')}</span>
            ) : (
              <span className="soft">
                {publishedAt && t('items.bulletinPage.published', { day: sayDay(publishedAt, language) })}
                {publishedBy && ` · ${publishedBy.name}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
