import { Navigate } from 'react-router';
import { NotFound } from '../shell/not-found.tsx';
import { useMe } from '../me.ts';
import { OwnPostsPage } from './own-posts-page.tsx';
import { postPaths, postTabs } from './post-tabs.ts';

/** 兼职: a teacher's own posts; everybody else goes on to the first page that is theirs. */
export function PostsPage() {
  const [first] = postTabs(useMe());
  if (first === 'own') return <OwnPostsPage />;
  return first ? <Navigate to={postPaths[first]} replace /> : <NotFound />;
}
