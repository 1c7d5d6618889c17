import type { EngagementDetail } from '../../../api/contract/engagements.ts';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

const tones = { open: 'info', approved: 'ok', rejected: 'seal', withdrawn: '', lapsed: '', cancelled: '' };

/** 变更: the one in review with what it would change, field by field; those before it. */
export function PostChanges({ post }: { post: Pick<EngagementDetail, 'changes'> }) {
  const { t, say, language } = useWords();
  if (post.changes.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('posts.changes.title')}</h2>
      <ul className="periods">
        {post.changes.toReversed().map((one) => (
          <li key={one.number}>
            <header>
              <span>
                {t('posts.changes.proposed', { at: sayMoment(one.proposedAt, language), stage: say(one.from.name) })}
              </span>
              <span className={`tag ${tones[one.state]}`}>{say(one.stateName)}</span>
            </header>
            {one.differences.length > 0 && (
              <>
                <table className="rows-view">
                  <thead>
                    <tr>
                      <th scope="col">{t('posts.changes.field')}</th>
                      <th scope="col">{t('posts.changes.before')}</th>
                      <th scope="col">{t('posts.changes.after')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {one.differences.map(({ label, before, after }) => (
                      <tr key={label.zh}>
                        <td data-label={t('posts.changes.field')}>{say(label)}</td>
                        <td data-label={t('posts.changes.before')}>{say(before)}</td>
                        <td data-label={t('posts.changes.after')}>
                          <b>{say(after)}</b>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                <p className="soft">{t('posts.changes.old')}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
