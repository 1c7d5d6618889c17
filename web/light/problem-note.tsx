import type { Problem } from '../../api/contract/problem.ts';
import { sayMoment } from '../pieces/moments.ts';
import { useWords } from '../words/language.ts';

/** What went wrong, what was kept, and the one thing to do. */
export function ProblemNote({
  problem,
  notFound,
  again,
}: {
  problem: Problem;
  notFound?: string;
  again?: () => Promise<unknown>;
}) {
  const { t, language } = useWords();
  const unreachable = problem.status === 0 || problem.status >= 502;
  // What a field lacks says more than that something is lacking.
  const fields = problem.code === 'BadDecisionData' ? problem.errors?.map(({ message }) => message) : undefined;
  const words =
    problem.status === 404 && notFound
      ? notFound
      : unreachable
        ? t('problem.unreachable')
        : fields?.join('；') || problem.detail || problem.title || t('problem.unknown');
  return (
    <div className="note-box seal" role="alert">
      <b>{words}</b>
      {problem.decidedBy && problem.decidedAt && (
        <p>{t('problem.decidedBy', { by: problem.decidedBy, at: sayMoment(problem.decidedAt, language) })}</p>
      )}
      {problem.againAt && <p>{t('problem.againAt', { at: sayMoment(problem.againAt, language) })}</p>}
      {problem.correlationId && <p className="soft">{t('problem.reference', { id: problem.correlationId })}</p>}
      {again && problem.status !== 404 && (
        <button type="button" className="btn" onClick={() => void again()}>
          {t('problem.again')}
        </button>
      )}
    </div>
  );
}
