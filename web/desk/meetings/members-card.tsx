import type { MeetingMember, MeetingView } from '../../../api/contract/meetings.ts';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

const topicTone: Record<MeetingMember['topics'], string> = { waiting: '', sent: 'ok', none: 'ok', missed: 'amber' };
const signTone: Record<MeetingMember['signature'], string> = {
  none: '',
  waiting: 'info',
  late: 'seal',
  agreed: 'ok',
  refused: 'seal',
  passed: '',
};

/** 参会单位: who has sent topics, who has signed, with what opinion. */
export function MembersCard({ meeting }: { meeting: MeetingView }) {
  const { t, say, language } = useWords();
  const { members, stage } = meeting;
  const signing = members.some(({ signature }) => signature !== 'none');
  const all = members.length;
  const summary = signing
    ? t('meetings.members.signed', {
        all,
        signed: members.filter(({ signature }) => signature === 'agreed' || signature === 'refused').length,
      })
    : t('meetings.members.summary', {
        all,
        sent: members.filter(({ topics }) => topics === 'sent' || topics === 'none').length,
      });
  return (
    <section className="card meeting-members">
      <h2>{t('meetings.members.title')}</h2>
      <p className="soft">{summary}</p>
      <ul>
        {members.map((member) => (
          <li key={member.unit.id}>
            <span>{say(member.unit.name)}</span>
            {signing ? (
              <span className={`tag ${signTone[member.signature]}`}>
                {t(`meetings.signatures.${member.signature}`)}
              </span>
            ) : (
              <span className={`tag ${topicTone[member.topics]}`}>
                {t(`meetings.states.${member.topics}`, { count: member.sentTopics })}
              </span>
            )}
            {member.at && (
              <small className="soft">
                {member.by?.name}　{sayMoment(member.at, language)}
              </small>
            )}
            {member.opinion && (stage?.slug === 'members' || member.signature === 'refused') && (
              <small className="opinion">{member.opinion}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
