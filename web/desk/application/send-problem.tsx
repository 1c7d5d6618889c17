import { useEffect, useRef } from 'react';
import type { Problem } from '../../../api/contract/problem.ts';
import { useWords } from '../../words/language.ts';
import { isOutage } from '../api.ts';

/** Sending failed: what was kept, what to do. Field errors stand at their fields. */
export function SendProblem({ problem }: { problem: Problem | undefined }) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed may be screens away.
  useEffect(() => {
    if (problem) place.current?.scrollIntoView({ block: 'center' });
  }, [problem]);
  if (!problem) return null;
  return (
    <div ref={place} className={isOutage(problem) ? 'note-box amber' : 'note-box seal'} role="alert">
      <b>{isOutage(problem) ? t('form.outage') : problem.title || t('form.refused')}</b>
      <p>{isOutage(problem) ? t('form.outageKept') : problem.detail}</p>
      {problem.correlationId && <small className="soft">{t('problem.reference', { id: problem.correlationId })}</small>}
    </div>
  );
}
