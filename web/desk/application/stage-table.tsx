import type { ProcessDetail } from '../../../api/contract/processes.ts';
import { useWords } from '../../words/language.ts';

/** Each stage with its time and the clause behind it. */
export function StageTable({ stages }: { stages: ProcessDetail['stages'] }) {
  const { t, say } = useWords();
  return (
    <section className="card">
      <h2>{t('apply.stages')}</h2>
      <ol className="plain-list">
        {stages.map((stage, index) => (
          <li key={stage.slug}>
            <span>
              {index + 1}. {say(stage.name)}
            </span>
            <span className="soft">
              {say(stage.deadlineText)}　{t('form.clause', { clause: stage.clause })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
