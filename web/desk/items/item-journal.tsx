import { PaperClipOutlined } from '@ant-design/icons';
import type { ItemView } from '../../../api/contract/action-items.ts';
import { sayMoment, saySize } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

type Entry = ItemView['journal'][number];

/** What was reported and decided, the latest first; evidence one click away. */
export function ItemJournal({ item }: { item: ItemView }) {
  const { t } = useWords();
  return (
    <section className="card">
      <h3>{t('items.journal')}</h3>
      <ol className="journal">
        {item.journal.toReversed().map((entry) => (
          <Line key={entry.number} entry={entry} itemId={item.id} />
        ))}
      </ol>
    </section>
  );
}

function Line({ entry, itemId }: { entry: Entry; itemId: string }) {
  const { t, say, language } = useWords();
  const { by, onBehalfOf } = entry;
  const who = by && (onBehalfOf ? t('items.by', { name: by.name, principal: onBehalfOf.name }) : by.name);
  return (
    <li className={entry.kind}>
      <p>
        <b>{say(entry.name)}</b>
        {entry.percent !== null && <span className="journal-percent">{entry.percent}%</span>}
        {entry.note && <span className="soft">{say(entry.note)}</span>}
      </p>
      {entry.text && <p className="journal-text">{entry.text}</p>}
      {entry.files.length > 0 && (
        <ul className="journal-files">
          {entry.files.map(({ id, name, size }) => (
            <li key={id}>
              <a href={`/api/v1/action-items/${itemId}/files/${id}`} download={name}>
                <PaperClipOutlined aria-hidden="true" /> {name}
              </a>{' '}
              <small className="soft">{saySize(size)}</small>
            </li>
          ))}
        </ul>
      )}
      <small className="soft">
        {[who, by?.unit && say(by.unit.name), sayMoment(entry.at, language)].filter(Boolean).join(' · ')}
      </small>
    </li>
  );
}
