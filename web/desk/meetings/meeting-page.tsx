import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { MeetingView } from '../../../api/contract/meetings.ts';
import { CaseRoute } from '../../pieces/case-route.tsx';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { PageBones } from '../shell/frame.tsx';
import { TroubleNote } from '../shell/trouble.tsx';
import { CaseStateTag } from '../state-tags.tsx';
import { AgendaCard } from './agenda-card.tsx';
import { ItemsCard } from './items-card.tsx';
import { MembersCard } from './members-card.tsx';
import { MinutesCard } from './minutes-card.tsx';
import { meetingQuery } from './queries.ts';
import { TopicsCard } from './topics-card.tsx';
import '../../look/meetings.css';

/** 一次会议: its route, then topics, agenda, minutes and what came of them; beside them the members. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const { t, say, language } = useWords();
  const { data: meeting, error, refetch } = useQuery(meetingQuery(id));
  useEffect(() => {
    if (meeting) document.title = `${meeting.number} ${meeting.title} · ${t('brand.name')}`;
    return () => {
      document.title = t('brand.title');
    };
  }, [meeting, t]);
  if (error) return <TroubleNote error={error} again={refetch} />;
  if (!meeting) return <PageBones />;
  const slug = meeting.stage?.slug;
  const facts = [
    [t('meetings.facts.time'), `${sayDay(meeting.heldOn, language)} ${meeting.startsAt}`],
    [t('meetings.facts.place'), meeting.place],
    [t('meetings.facts.chair'), meeting.chair],
    [t('meetings.facts.due'), sayDay(meeting.topicsDueOn, language)],
    ...(meeting.note ? [[t('meetings.facts.note'), meeting.note]] : []),
    ...(meeting.minutesNumber ? [[t('meetings.facts.number'), meeting.minutesNumber]] : []),
  ];
  const topics = <TopicsCard key="topics" meeting={meeting} />;
  const agenda = <AgendaCard key="agenda" meeting={meeting} />;
  const minutes = <MinutesCard key="minutes" meeting={meeting} />;
  // What is being worked on comes first; what is over stays below it.
  const cards =
    slug === 'topics'
      ? [topics]
      : slug === 'agenda'
        ? [agenda, topics]
        : meeting.agendaFixed
          ? [minutes, agenda]
          : [topics];
  return (
    <div className="page case meetings">
      <div className="title">
        <div>
          <small className="no">{meeting.number}</small>
          <h1>{meeting.title}</h1>
          <p className="soft">
            {sayDay(meeting.heldOn, language)} {meeting.startsAt}　{meeting.place}
          </p>
        </div>
        <span className="tags">
          {meeting.stage ? (
            <span className="tag info">{say(meeting.stage.name)}</span>
          ) : (
            <CaseStateTag state={meeting.state} business={meeting.businessState} />
          )}
          {meeting.document && (
            <Button
              size="small"
              icon={<DownloadOutlined aria-hidden="true" />}
              href={`/api/v1/meetings/${meeting.id}/document`}
            >
              {t('meetings.document')}
            </Button>
          )}
          <Link to={`/cases/${meeting.id}`}>{t('meetings.toCase')}</Link>
        </span>
      </div>
      <CaseRoute stages={meeting.stages.map(withFewNames)} />
      <div className="cols">
        <div>
          {cards}
          <ItemsCard meeting={meeting} />
        </div>
        <div>
          <dl className="card meeting-facts">
            {facts.map(([label, value]) => (
              <div key={label} className="pair">
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <MembersCard meeting={meeting} />
        </div>
      </div>
    </div>
  );
}

/** Eleven units in a row say less than the list of members beside it. */
const withFewNames = (stage: MeetingView['stages'][number]) => (stage.who.length > 2 ? { ...stage, who: [] } : stage);
