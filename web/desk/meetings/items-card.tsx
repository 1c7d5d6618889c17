import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { MeetingView } from '../../../api/contract/meetings.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { LightMark } from '../items/light-mark.tsx';
import { ItemsTable } from './items-table.tsx';
import { meetingItemsQuery } from './queries.ts';
import '../../look/items.css';

/** 任务: what came of the meeting, each with its light; the office gives out more from the signed minutes. */
export function ItemsCard({ meeting }: { meeting: MeetingView }) {
  const { t, say, language } = useWords();
  const { data } = useQuery(meetingItemsQuery(meeting.id));
  if (meeting.publishedAt === null) return null;
  return (
    <>
      <section className="card">
        <h2>{t('meetings.items.title')}</h2>
        {!data && <Bones lines={3} />}
        {data?.items.length === 0 && <Empty what={t('meetings.items.none')} how={t('meetings.items.noneHow')} />}
        <ul className="meeting-items">
          {data?.items.map((item) => (
            <li key={item.id}>
              <LightMark light={item.light} />
              <div>
                <Link to={`/items/${item.id}`}>{item.content}</Link>
                <small className="soft">
                  <span className="no">{item.number}</span>　{say(item.lead.name)}
                  {item.supporting.length > 0 && `　${item.supporting.map(({ name }) => say(name)).join('、')}`}
                </small>
              </div>
              <span className="soft">
                {sayDay(item.dueOn, language)}
                <small>{t('meetings.items.percent', { percent: item.percent })}</small>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {meeting.office && <ItemsTable meeting={meeting} />}
    </>
  );
}
