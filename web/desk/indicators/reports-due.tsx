import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { ReportDue } from '../../../api/contract/indicators.ts';
import { DueWords } from '../../pieces/due-words.tsx';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { holds, useMe } from '../me.ts';
import { reportsDueQuery } from './queries.ts';

/** What my unit owes, where it owes anything. */
export function ReportsDue() {
  const { t, say } = useWords();
  const me = useMe();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { data } = useQuery(reportsDueQuery);
  /** A draft that knows already which figure of which period it is about. */
  const begin = useMutation({
    mutationFn: ({ indicator, period }: ReportDue) =>
      api.createDraft({ body: { process: 'indicator-report', form: { figure: { indicator, period } } } }),
    onSuccess: ({ id }) => void navigate(`/drafts/${id}`),
    onError: (error) => message.error(problemOf(error).detail || t('problem.unreachable')),
  });
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
              holds(me, 'clerk') && (
                <Button size="small" loading={begin.isPending} onClick={() => begin.mutate(one)}>
                  {t('indicators.due.go')}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
