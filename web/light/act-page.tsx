import { useQuery } from '@tanstack/react-query';
import { Bones } from '../pieces/bones.tsx';
import { CaseRoute } from '../pieces/case-route.tsx';
import { DueWords } from '../pieces/due-words.tsx';
import { FactList } from '../pieces/fact-list.tsx';
import { FoldedFindings } from '../pieces/folded-findings.tsx';
import { sayDeadline } from '../pieces/moments.ts';
import { useWords } from '../words/language.ts';
import { ActEnding } from './act-ending.tsx';
import { ActForm } from './act-form.tsx';
import { ActSignIn } from './act-sign-in.tsx';
import { ask, problemOf } from './ask.ts';
import { ProblemNote } from './problem-note.tsx';

/** The page behind a mail's link. Opening it only reads: nothing is decided before a person presses the button. */
export function ActPage({ token }: { token: string }) {
  const { t, say, language } = useWords();
  const {
    data: view,
    error,
    refetch,
  } = useQuery({ queryKey: ['act', token], queryFn: () => ask('getAct', { params: { token } }) });
  const again = async () => void (await refetch());
  if (error && !view) return <ProblemNote problem={problemOf(error)} notFound={t('act.unknown')} again={again} />;
  if (!view) return <Bones lines={9} height={22} />;
  const open = view.state === 'open';
  // A declaration is a form of its own, behind the sign-in.
  const declares = view.action?.purpose === 'declare';
  return (
    <>
      <small className="no">{view.case.number}</small>
      <h1>{open ? t('act.pleaseHandle', { title: view.case.title }) : view.case.title}</h1>
      <p className="soft">
        {[view.case.applicant.unit && say(view.case.applicant.unit.name), view.case.applicant.name]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {open && view.due && (
        <p className="act-due">
          <span>
            {say(view.stage.name)} · {t('act.before', { at: sayDeadline(view.due.at, language) })}
          </span>{' '}
          <DueWords due={view.due} />
          {view.deadline && <small>{say(view.deadline.text)}</small>}
        </p>
      )}
      {!open && <ActEnding view={view} />}
      <CaseRoute stages={view.case.stages} down />
      <dl className="facts">
        <FactList facts={view.case.keyFacts} />
      </dl>
      <FoldedFindings findings={view.case.findings} />
      <p className="all">
        <a href={`/cases/${view.case.id}`}>{t('act.everything')}</a>
      </p>
      {open && declares && (
        <p>
          <a className="btn primary wide" href={`/posts/${view.case.id}`}>
            {t('act.declare')}
          </a>
        </p>
      )}
      {open && !declares && view.needsSignIn && <ActSignIn view={view} />}
      {open && !declares && !view.needsSignIn && view.action && (
        <ActForm token={token} action={view.action} person={view.person.name} onDone={again} />
      )}
    </>
  );
}
