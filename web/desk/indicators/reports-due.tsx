import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DueWords } from '../../pieces/due-words.tsx';
import { useWords } from '../../words/language.ts';
import { reportsDueQuery } from './queries.ts';

/** What my unit owes, where it owes anything. */
export function ReportsDue() {
  const { t, say } = useWords();
  const { data } = useQuery(reportsDueQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card reports-due">
      <h2>{t('indicators.due.title')}</h2>
      <p className="soft">{t('indicators.due.how')}</p>
      <ul>
        {data.items.map((one) => (
          <li key={`${one.indicator} ${one.period}`}>
            <span>
              <b>{say(one.name)}</b>
              <small>
                {say(one.periodText)}　{one.clause}
              </small>
            </span>
            <DueWords due={one.due} />
            {one.case ? (
              <Link to={`/cases/${one.case.id}`}>
                {t('indicators.due.see')} {one.case.number}
              </Link>
            ) : (
              <Link to="/new/indicator-report">{t('indicators.due.go')}</Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
