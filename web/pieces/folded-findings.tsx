import { useWords } from '../words/language.ts';
import { Findings, type Finding } from './findings.tsx';

/** What asks for attention in sight, the rules that are met folded away. */
export function FoldedFindings({ findings }: { findings: Finding[] }) {
  const { t } = useWords();
  const met = findings.filter((one) => one.level === 'ok');
  return (
    <>
      <Findings findings={findings.filter((one) => one.level !== 'ok')} />
      {met.length > 0 && (
        <details className="folded">
          <summary>{t('findings.met', { count: met.length })}</summary>
          <Findings findings={met} />
        </details>
      )}
    </>
  );
}
