import { Link } from 'react-router';
import type { BoardItem } from '../../../api/contract/action-items.ts';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { ItemTags, LightMark, Progress } from './light-mark.tsx';

/** The worst light first. Rows off the screen are not laid out (content-visibility), so that hundreds stay smooth. */
export function BoardList({ items }: { items: BoardItem[] }) {
  return (
    <ul className="row-list item-list">
      {items.map((item) => (
        <Row key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Row({ item }: { item: BoardItem }) {
  const { t, say, language } = useWords();
  return (
    <li className="item-row">
      <span className="item-light">
        <LightMark light={item.light} />
        <small>{say(item.reason)}</small>
      </span>
      <Link to={`/items/${item.id}`} className="item">
        <b>{item.content}</b>
        <small>
          <span className="no">{item.number}</span>　{item.meeting}
          {item.clause && `　${item.clause}`}
        </small>
        <span className="item-tags">
          <ItemTags item={item} />
        </span>
      </Link>
      <span className="item-units">
        <b>{say(item.lead.name)}</b>
        <small>
          {item.supporting.length > 0 &&
            `${t('items.supporting')} ${item.supporting.map(({ name }) => say(name)).join('、')}`}
        </small>
      </span>
      <Progress percent={item.percent} light={item.light} />
      <span className="item-due">
        <b>{sayDay(item.closedOn ?? item.dueOn, language)}</b>
        <small>{item.closedOn ? t('items.state.closed') : t('items.due')}</small>
      </span>
    </li>
  );
}
