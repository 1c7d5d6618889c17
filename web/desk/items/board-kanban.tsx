import { Link } from 'react-router';
import type { BoardItem } from '../../../api/contract/action-items.ts';
import type { Light } from '../../../processes/meeting-action-items/lights.ts';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { ItemTags, LightMark, Progress } from './light-mark.tsx';

const columns: Light[] = ['red', 'orange', 'yellow', 'green', 'blue'];

/** A column a light. Nothing is dragged: a light is computed. */
export function BoardKanban({ items, lights }: { items: BoardItem[]; lights: Light[] }) {
  const { say, language } = useWords();
  const shown = columns.filter((light) =>
    lights.length > 0 ? lights.includes(light) : light !== 'blue' || items.some((item) => item.light === 'blue'),
  );
  return (
    <div className="kanban">
      {shown.map((light) => {
        const own = items.filter((item) => item.light === light);
        return (
          <section key={light} className={`kanban-column ${light}`} aria-label={light}>
            <header>
              <LightMark light={light} />
              <b>{own.length}</b>
            </header>
            <ul>
              {own.map((item) => (
                <li key={item.id} className="kanban-card">
                  <Link to={`/items/${item.id}`}>{item.content}</Link>
                  <small>
                    {say(item.lead.name)} · {sayDay(item.closedOn ?? item.dueOn, language)}
                  </small>
                  <small>{say(item.reason)}</small>
                  <Progress percent={item.percent} light={item.light} />
                  <span className="item-tags">
                    <ItemTags item={item} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
