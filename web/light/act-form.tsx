import { useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import type { DecideAction } from '../../api/contract/actions.ts';
import type { Problem } from '../../api/contract/problem.ts';
import type { ResubmissionRoute, Verdict } from '../../processes/case.ts';
import { useWords } from '../words/language.ts';
import { ActFields, type FieldValues } from './act-fields.tsx';
import { ask, problemOf } from './ask.ts';
import { ProblemNote } from './problem-note.tsx';

interface Props {
  token: string;
  action: DecideAction;
  person: string;
  onDone: () => Promise<void>;
}

/** Verdict, opinion, one button. Nothing is preselected, whatever button of the mail was pressed. */
export function ActForm({ token, action, person, onDone }: Props) {
  const { t, say } = useWords();
  const [verdict, setVerdict] = useState<Verdict>();
  const [opinion, setOpinion] = useState('');
  const [returnTo, setReturnTo] = useState(action.returnTo[0]?.value ?? 'applicant');
  const [resubmission, setResubmission] = useState<ResubmissionRoute | undefined>(action.resubmission[0]?.value);
  const [data, setData] = useState<FieldValues>({});
  const [missing, setMissing] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const [uploading, setUploading] = useState(false);
  const opinionBox = useRef<HTMLTextAreaElement>(null);
  const chosen = action.verdicts.find((choice) => choice.verdict === verdict);
  const hinted = action.verdicts.find((choice) => `#${choice.verdict}` === location.hash);
  const returning = verdict === 'return';

  /** Only a person's press on a page they can see: the nonce is fetched now, not before. */
  const press = async (event: MouseEvent) => {
    if (!event.nativeEvent.isTrusted || document.visibilityState !== 'visible') return;
    if (!chosen) return setMissing(t('act.chooseFirst'));
    if (uploading) return setMissing(t('act.filesComing'));
    if (chosen.opinionRequired && !opinion.trim()) {
      opinionBox.current?.focus();
      return setMissing(t('act.opinionNeeded', { verdict: say(chosen.label) }));
    }
    const unfilled =
      chosen.verdict === 'approve' && action.fields.find((field) => field.required && isEmpty(data[field.name]));
    if (unfilled) return setMissing(t('act.fill', { field: say(unfilled.label) }));
    setMissing('');
    setSending(true);
    try {
      const { nonce } = await ask('createActNonce', { params: { token }, body: {} });
      await ask('decideAct', {
        params: { token },
        body: {
          nonce,
          verdict: chosen.verdict,
          round: action.round,
          ...(opinion.trim() ? { opinion: opinion.trim() } : {}),
          ...(returning && action.returnTo.length > 0 ? { returnTo, ...(resubmission ? { resubmission } : {}) } : {}),
          ...(chosen.verdict === 'approve' && action.fields.length > 0 ? { data } : {}),
        },
      });
      await onDone();
      window.scrollTo({ top: 0 });
    } catch (error) {
      const refused = problemOf(error);
      setProblem(refused);
      if (refused.status === 409 || refused.status === 404) await onDone();
    } finally {
      setSending(false);
    }
  };

  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()} noValidate>
      <h2>{t(action.purpose === 'score' ? 'act.yourScore' : action.sealed ? 'act.yourVote' : 'act.yourOpinion')}</h2>
      {action.onBehalfOf && <p className="soft">{t('act.onBehalfOf', { name: action.onBehalfOf.name })}</p>}
      {action.sealed && <p className="soft">{t('act.sealed')}</p>}
      {hinted && !chosen && <p className="soft">{t('act.fromMail', { verdict: say(hinted.label) })}</p>}
      <fieldset className="verdicts">
        <legend className="only-read">{t('act.verdict')}</legend>
        {action.verdicts.map((choice) => (
          <label key={choice.verdict} className={choice.tone}>
            <input
              type="radio"
              name="verdict"
              value={choice.verdict}
              checked={verdict === choice.verdict}
              onChange={() => setVerdict(choice.verdict)}
            />
            <span>{say(choice.label)}</span>
          </label>
        ))}
      </fieldset>
      <ActFields
        token={token}
        action={action}
        verdict={verdict}
        returnTo={returnTo}
        onReturnTo={setReturnTo}
        resubmission={resubmission}
        onResubmission={setResubmission}
        data={data}
        onData={setData}
        onBusy={setUploading}
      />
      <label className="field">
        <span>{chosen?.opinionRequired ? t('act.opinionRequired') : t('act.opinion')}</span>
        <textarea
          ref={opinionBox}
          rows={3}
          maxLength={2000}
          value={opinion}
          placeholder={action.verdicts.length > 1 && !action.sealed ? t('act.opinionHint') : undefined}
          onChange={(event) => setOpinion(event.target.value)}
        />
      </label>
      {missing && (
        <p className="missing" role="alert">
          {missing}
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
      <button type="button" className="btn primary wide" disabled={sending} onClick={(event) => void press(event)}>
        {sending ? t('act.sending') : chosen ? t('act.confirmAs', { verdict: say(chosen.label) }) : t('act.confirm')}
      </button>
      <p className="note">{t('act.note', { person })}</p>
    </form>
  );
}

const isEmpty = (value: FieldValues[string] | undefined): boolean =>
  value === undefined || value === '' || Number.isNaN(value) || (Array.isArray(value) && value.length === 0);
