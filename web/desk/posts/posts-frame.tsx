import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { postPaths, postTabs, type PostTab } from './post-tabs.ts';
import '../../look/fund.css';
import '../../look/posts.css';

/** The pages of posts and income: one title, a tab for each that one may open, and what may be done on the one shown. */
export function PostsFrame({ tab, acts, children }: { tab: PostTab; acts?: ReactNode; children: ReactNode }) {
  const { t } = useWords();
  const tabs = postTabs(useMe());
  const alone = tabs.length < 2;
  return (
    <div className="page fund posts">
      <div className="title">
        <h1>{t(alone ? (tab === 'own' ? 'posts.own' : `posts.tabs.${tab}`) : 'posts.office')}</h1>
        {acts && <span className="title-acts">{acts}</span>}
      </div>
      {!alone && (
        <div className="page-tabs">
          <nav aria-label={t('posts.pages')}>
            {tabs.map((one) => (
              <Link key={one} to={postPaths[one]} aria-current={one === tab ? 'page' : undefined}>
                {t(`posts.tabs.${one}`)}
              </Link>
            ))}
          </nav>
        </div>
      )}
      {children}
    </div>
  );
}
