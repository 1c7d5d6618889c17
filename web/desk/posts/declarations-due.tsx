import { Button } from 'antd';
import type { Engagement } from '../../../api/contract/engagements.ts';
import { DueWords } from '../../pieces/due-words.tsx';
import { sayFullDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { LinkButton } from './link-button.tsx';
import { useNilReturn } from './use-nil-return.tsx';

/** What of a post waits to be declared or checked, with the buttons for its teacher; else what comes next, and when. */
export function DeclarationsDue({ post }: { post: Engagement }) {
  const { t, say, language } = useWords();
  const own = useMe().id === post.teacher.id;
  const { ask, busy } = useNilReturn(post);
  const next = post.nextDeclaration;
  return (
    <>
      {post.waiting.map(({ period, name, state, due }) => {
        const toDo = state === 'open' || state === 'missed';
        return (
          <section key={period} className={`post-due ${state}`}>
            <div>
              <b>{t('posts.due.title', { period: say(name) })}</b>{' '}
              <span className={`tag ${state === 'missed' ? 'seal' : state === 'open' ? 'amber' : 'info'}`}>
                {t(`posts.due.${state}`)}
              </span>
              {toDo && due && (
                <p>
                  {t('posts.due.until', { on: sayFullDay(due.on, language) })} <DueWords due={due} />
                </p>
              )}
              {state === 'missed' && <p className="soft">{t('posts.due.missedWhy')}</p>}
            </div>
            {own && toDo && (
              <span className="post-due-acts">
                <Button disabled={busy} onClick={() => ask(period, name)}>
                  {t('posts.due.nil')}
                </Button>
                <LinkButton type="primary" to={`/posts/${post.id}/declare/${period}`}>
                  {t('posts.due.declare')}
                </LinkButton>
              </span>
            )}
          </section>
        );
      })}
      {next && (
        <p className="soft post-next">
          {t('posts.due.next', {
            period: say(next.name),
            opens: sayFullDay(next.opensOn, language),
            due: sayFullDay(next.due.on, language),
          })}
        </p>
      )}
    </>
  );
}
