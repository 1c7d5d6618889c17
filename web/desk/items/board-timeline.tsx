import { useMemo } from 'react';
import { Link } from 'react-router';
import type { BoardItem } from '../../../api/contract/action-items.ts';
import { useWords } from '../../words/language.ts';
import { LightMark } from './light-mark.tsx';
import { timeScale, type TimeScale } from './time-scale.ts';

/** Every item from its start to its due date, milestones as marks, today as a line. */
export function BoardTimeline({ items, today }: { items: BoardItem[]; today: string }) {
  const { t } = useWords();
  const scale = useMemo(() => timeScale(items, today), [items, today]);
  const wide = { minWidth: `${Math.max(640, scale.months.length * 64 + 260)}px` };
  return (
    <div className="timeline-scroll">
      <div className="item-timeline" style={wide}>
        <div className="timeline-months" aria-hidden="true">
          <span />
          <div>
            {scale.months.map(({ month, at }) => (
              <small key={month} style={{ left: `${at}%` }}>
                {month.endsWith('-01') ? month : `${Number(month.slice(5))}`}
              </small>
            ))}
            <b style={{ left: `${scale.at(today)}%` }}>{t('items.today')}</b>
          </div>
        </div>
        <ul>
          {items.map((item) => (
            <Bar key={item.id} item={item} scale={scale} today={today} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Bar({ item, scale, today }: { item: BoardItem; scale: TimeScale; today: string }) {
  const { say } = useWords();
  const from = scale.at(item.startsOn);
  const due = scale.at(item.dueOn);
  const end = scale.at(item.closedOn ?? (item.late ? today : item.dueOn));
  const length = Math.max(0.6, due - from);
  return (
    <li>
      <Link to={`/items/${item.id}`}>
        <LightMark light={item.light} />
        <span>
          {item.content}
          <small>{say(item.lead.name)}</small>
        </span>
      </Link>
      <div className="timeline-track">
        <i className="now" style={{ left: `${scale.at(today)}%` }} />
        <span className={`bar-span ${item.light}`} style={{ left: `${from}%`, width: `${length}%` }}>
          <i style={{ width: `${item.percent}%` }} />
        </span>
        {item.late && end > due && <span className="bar-late" style={{ left: `${due}%`, width: `${end - due}%` }} />}
        {item.milestones.map(({ number, name, dueOn, doneOn }) => (
          <i
            key={number}
            className={doneOn ? 'mark done' : 'mark'}
            style={{ left: `${scale.at(dueOn)}%` }}
            title={`${name} ${dueOn}`}
          />
        ))}
      </div>
    </li>
  );
}
