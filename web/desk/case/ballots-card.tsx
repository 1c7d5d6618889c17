import type { CaseView } from '../../../api/contract/cases.ts';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

/** A closed panel's votes, opened: who said what. */
export function BallotsCard({ file }: { file: CaseView }) {
  const { t, say, language } = useWords();
  if (file.ballots.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('case.ballots')}</h2>
      <ul className="plain-list">
        {file.ballots.map((ballot) => (
          <li key={`${ballot.stage}:${ballot.round}:${ballot.expert.id}`}>
            <span>
              <b>{ballot.expert.name}</b>{' '}
              <span className="soft">{ballot.expert.unit && say(ballot.expert.unit.name)}</span>
              {ballot.opinion && <span className="block">{ballot.opinion}</span>}
            </span>
            <span>
              <b>{ballot.score ?? say(ballot.verdict)}</b>{' '}
              <span className="soft">{sayMoment(ballot.at, language)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
