import { useParams } from 'react-router';
import { NoticeList } from '../../light/notice-list.tsx';
import { NoticePage } from '../../light/notice-page.tsx';

/** The public pages stand inside the frame for those who are signed in. */
export function NoticesInShell() {
  return (
    <div className="page light in-shell">
      <NoticeList />
    </div>
  );
}

export function NoticeInShell() {
  const { id = '' } = useParams();
  return (
    <div className="page light in-shell">
      <NoticePage id={id} />
    </div>
  );
}
