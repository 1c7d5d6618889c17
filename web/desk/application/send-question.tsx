import type { ProcessDetail } from '../../../api/contract/processes.ts';
import { Findings, type Finding } from '../../pieces/findings.tsx';
import { useWords } from '../../words/language.ts';

/** What sending means, and the warnings that go along to those who decide. */
export function SendQuestion({ process, warnings }: { process: ProcessDetail; warnings: Finding[] }) {
  const { t, say } = useWords();
  const first = process.stages[0];
  return (
    <>
      {first && <p>{t('form.next', { stage: say(first.name), deadline: say(first.deadlineText) })}</p>}
      {warnings.length > 0 && (
        <>
          <p style={{ marginTop: 10 }}>{t('form.warningsGo')}</p>
          <Findings findings={warnings} />
        </>
      )}
    </>
  );
}
