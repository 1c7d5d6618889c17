import type { CaseView } from '../../../api/contract/cases.ts';
import { sayDay } from '../../pieces/moments.ts';
import { assignmentStateNames, purposeNames } from '../../../processes/names.ts';
import { useWords } from '../../words/language.ts';

/** Who has it now, and who was copied in. */
export function CopiesCard({ file }: { file: CaseView }) {
  const { t, say, language } = useWords();
  if (file.copies.length === 0 && file.assignments.length === 0) return null;
  return (
    <section className="card">
      {file.assignments.length > 0 && (
        <>
          <h2>{t('case.holders')}</h2>
          <ul className="plain-list">
            {file.assignments.map((one) => (
              <li key={one.id}>
                <span>{say(one.holder)}</span>
                <span className="soft">
                  {say(one.stage.name)} · {say(purposeNames[one.purpose])}
                  {one.state !== 'open' && ` · ${say(assignmentStateNames[one.state])}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {file.copies.length > 0 && (
        <>
          <h2 className={file.assignments.length > 0 ? 'next' : ''}>{t('case.copies')}</h2>
          <ul className="plain-list">
            {file.copies.map((copy) => (
              <li key={copy.person.id}>
                {copy.person.name}
                <span className="soft">{sayDay(copy.at, language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
