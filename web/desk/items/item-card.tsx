import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../words/language.ts';
import { ItemTags, LightMark, Progress } from './light-mark.tsx';
import { itemQuery } from './queries.ts';
import '../../look/items.css';

/** On the case page of an item: its light today, how far it is, and the way to its own page. */
export function ItemCard({ id }: { id: string }) {
  const { t, say } = useWords();
  const { data: item } = useQuery(itemQuery(id));
  if (!item) return null;
  return (
    <section className="card item-card">
      <p>
        <LightMark light={item.light} /> <span className="soft">{say(item.reason)}</span> <ItemTags item={item} />
      </p>
      <Progress percent={item.percent} light={item.light} />
      <Link to={`/items/${id}`}>{t('items.openItem')}</Link>
    </section>
  );
}
