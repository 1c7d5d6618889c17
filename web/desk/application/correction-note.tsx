import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DueWords } from '../../pieces/due-words.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { caseQuery, eventsQuery } from '../queries.ts';

/** Why the case came back and by when it must go out again: above the form all the time. */
export function CorrectionNote({ caseId }: { caseId: string }) {
  const { t, say, language } = useWords();
  const { data: file } = useQuery(caseQuery(caseId));
  const { data: events } = useQuery(eventsQuery(caseId));
  const returned = events?.items.findLast((one) => one.kind === 'returned');
  const mine = file?.assignments.find((one) => one.purpose === 'correct');
  if (!returned) return null;
  return (
    <div className="note-box amber">
      <b>{say(returned.text)}</b> <span className="soft">{sayMoment(returned.at, language)}</span>
      {returned.remark && <p className="opinion">{returned.remark}</p>}
      <p>
        {mine?.due && (
          <>
            {t('form.correctBy')} <DueWords due={mine.due} />
            {'　'}
          </>
        )}
        <Link to={`/cases/${caseId}`}>{t('form.seeCase')}</Link>
      </p>
    </div>
  );
}
