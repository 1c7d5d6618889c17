import { Link } from 'react-router';
import type { CaseView } from '../../../api/contract/cases.ts';
import { sayDay, sayDeadline, sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

/** The public notice of this case, and objections for those who may read them. */
export function NoticeCard({ file }: { file: CaseView }) {
  const { t, language } = useWords();
  if (!file.notice && file.objections.length === 0) return null;
  return (
    <section className="card">
      {file.notice && (
        <>
          <h2>{t('nav.notices')}</h2>
          <p>
            {t('notices.period', {
              from: sayDay(file.notice.publishedAt, language),
              to: sayDeadline(file.notice.endsAt, language),
            })}
            {'　'}
            <Link to={`/notices/${encodeURIComponent(file.notice.id)}`}>{t('case.seeNotice')}</Link>
          </p>
        </>
      )}
      {file.objections.map((objection) => (
        <div key={objection.id} className="note-box amber objection">
          <b>{t('case.objection', { name: objection.name })}</b>{' '}
          <span className="soft">{sayMoment(objection.createdAt, language)}</span>
          <p className="opinion">{objection.body}</p>
        </div>
      ))}
    </section>
  );
}
