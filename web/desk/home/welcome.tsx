import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { processesQuery } from '../queries.ts';

/** What one may apply for, in front of those who come to apply. */
export function Welcome() {
  const { t, say } = useWords();
  const me = useMe();
  const { data } = useQuery(processesQuery);
  const open = data?.items.filter((process) => process.mayApply) ?? [];
  if (me.mayApply.length === 0 || open.length === 0) return null;
  return (
    <ul className="choices" aria-label={t('apply.title')}>
      {open.map((process) => (
        <li key={process.slug}>
          <Link to={`/new/${process.slug}`} className="card">
            <b>{t('apply.for', { process: say(process.name) })}</b>
            <p>{say(process.summary)}</p>
          </Link>
        </li>
      ))}
    </ul>
  );
}
