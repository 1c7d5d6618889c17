import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Problem } from '../../../api/contract/problem.ts';
import { useWords } from '../../words/language.ts';
import { SendProblem } from '../application/send-problem.tsx';

interface Props {
  post: { id: string; host: { name: string }; postTitle: string };
  title: string;
  about: ReactNode;
  /** What this browser kept is shown; `reset` begins anew. */
  checked: { restored: boolean; reset: () => void };
  sending: { send: () => Promise<void>; busy: boolean; problem: Problem | undefined };
  sendWord: string;
  className?: string;
  children: ReactNode;
}

/** The page around a form of a post: whose it is, what was kept, what refused it, and the button. */
export function PostFormFrame({ post, title, about, checked, sending, sendWord, className = '', children }: Props) {
  const { t } = useWords();
  return (
    <>
      <div className={`page posts ${className}`.trim()}>
        <p>
          <Link to={`/posts/${post.id}`}>← {`${post.host.name} · ${post.postTitle}`}</Link>
        </p>
        <div className="title">
          <div>
            <h1>{title}</h1>
            <p className="soft">{about}</p>
          </div>
        </div>
        {checked.restored && (
          <p className="note-box">
            {t('posts.declare.restored')}{' '}
            <Button size="small" onClick={checked.reset}>
              {t('posts.declare.reset')}
            </Button>
          </p>
        )}
        <SendProblem problem={sending.problem} />
        {children}
      </div>
      <footer className="bar">
        <span className="saved">{t('posts.declare.kept')}</span>
        <span className="bar-acts">
          <Button type="primary" loading={sending.busy} onClick={() => void sending.send()}>
            {sendWord}
          </Button>
        </span>
      </footer>
    </>
  );
}
