import type { ActView } from '../../api/contract/act-links.ts';
import { sayMoment } from '../pieces/moments.ts';
import { useWords } from '../words/language.ts';

/** Why this link decides no more: decided (by whom, when), handed on, or too old. */
export function ActEnding({ view }: { view: ActView }) {
  const { t, say, language } = useWords();
  if (view.decided) {
    return (
      <div className="note-box ok" role="status">
        <b>{t('act.decided')}</b>
        <p>
          {t('act.decidedBy', {
            by: view.decided.by,
            at: sayMoment(view.decided.at, language),
            verdict: say(view.decided.verdict),
          })}
        </p>
      </div>
    );
  }
  const expired = view.state === 'expired';
  return (
    <div className="note-box amber" role="status">
      <b>{t(expired ? 'act.expired' : 'act.moved')}</b>
      <p>{t(expired ? 'act.expiredHow' : 'act.movedHow')}</p>
    </div>
  );
}
