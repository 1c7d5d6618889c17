import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { processesQuery } from '../queries.ts';
import { TroubleNote } from '../shell/trouble.tsx';

export function ProcessList() {
  const { t, say } = useWords();
  const { data, error, refetch } = useQuery(processesQuery);
  const inOrder = data?.items.toSorted((a, b) => Number(b.mayApply) - Number(a.mayApply)) ?? [];
  if (error) return <TroubleNote error={error} again={refetch} />;
  return (
    <div className="page">
      <div className="title">
        <h1>{t('apply.title')}</h1>
      </div>
      {!data && <Bones lines={3} height={72} />}
      {data?.items.length === 0 && (
        <div className="card">
          <Empty what={t('apply.none')} how={t('apply.noneHow')} />
        </div>
      )}
      <ul className="choices">
        {inOrder.map((process) => (
          <li key={process.slug}>
            <Link
              to={process.madeElsewhere ?? `/new/${process.slug}`}
              className={process.mayApply ? 'card' : 'card closed'}
            >
              <b>{say(process.name)}</b>
              <p>{say(process.summary)}</p>
              <small>
                {t('form.clause', { clause: process.clause })}
                {!process.mayApply && `　${t('apply.notYou')}`}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
