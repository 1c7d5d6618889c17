import type { MeetingView } from '../../../api/contract/meetings.ts';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { AgendaEditor } from './agenda-editor.tsx';
import { EntryDecision } from './entry-decision.tsx';
import { entryTitle } from './entry-title.ts';
import { turnOf } from './use-meeting-act.ts';

/** 会议议程: put together by the office, then the order in which the meeting goes; cases are decided from it. */
export function AgendaCard({ meeting }: { meeting: MeetingView }) {
  const { t, say } = useWords();
  const turn = turnOf(meeting, 'set-agenda');
  if (turn) return <AgendaEditor key={meeting.id} meeting={meeting} turn={turn} />;
  const on = meeting.agenda.filter(({ dropReason }) => dropReason === null);
  const dropped = meeting.agenda.filter(({ dropReason }) => dropReason !== null);
  return (
    <section className="card">
      <h2>{t('meetings.agenda.title')}</h2>
      {on.length === 0 && <Empty what={t('meetings.agenda.none')} how={t('meetings.agenda.noneHow')} />}
      <ol className="agenda">
        {on.map((entry) => (
          <li key={entry.id}>
            <span className={`tag ${entry.kind === 'topic' ? '' : 'info'}`}>
              {t(`meetings.agenda.kinds.${entry.kind}`)}
            </span>
            <div>
              <b>{entryTitle(entry)}</b>
              <small className="soft">
                {entry.topic ? say(entry.topic.unit.name) : <span className="no">{entry.about?.number}</span>}
              </small>
              {entry.topic?.body && <p className="soft pre">{entry.topic.body}</p>}
              {entry.kind === 'case' && entry.about && (
                <EntryDecision meeting={meeting} entryId={entry.id} about={entry.about} />
              )}
            </div>
          </li>
        ))}
      </ol>
      {dropped.length > 0 && (
        <ul className="agenda dropped">
          {dropped.map((entry) => (
            <li key={entry.id}>
              <span className="tag">{t('meetings.agenda.dropped')}</span>
              <div>
                {entryTitle(entry)} <small className="soft">{entry.dropReason}</small>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
