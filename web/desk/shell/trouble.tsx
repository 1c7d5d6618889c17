import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { useWords } from '../../words/language.ts';
import { isOutage, problemOf } from '../api.ts';

/** A read failed: what it was, and again. */
export function TroubleNote({ error, again }: { error: unknown; again: () => unknown }) {
  const { t } = useWords();
  const problem = problemOf(error);
  const words = isOutage(problem)
    ? t('problem.unreachable')
    : problem.status === 404 || problem.status === 403
      ? t('problem.notFound')
      : problem.detail || t('problem.unknown');
  return (
    <div className="page">
      <div className="empty card" role="alert">
        <b>{words}</b>
        {problem.correlationId && t('problem.reference', { id: problem.correlationId })}
        <div>
          <Button onClick={() => again()}>{t('problem.again')}</Button>
        </div>
      </div>
    </div>
  );
}

export function Trouble() {
  return <TroubleNote error={useRouteError()} again={() => location.reload()} />;
}
