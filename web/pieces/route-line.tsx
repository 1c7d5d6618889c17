/** The route: a case's stages as stations on a line. Across on desks, down on phones; words beside every colour. */
export interface Station {
  key: string;
  name: string;
  place: 'done' | 'now' | 'future' | 'stopped' | 'refused';
  /** When, what came of it, what is left: first the important one. */
  notes: string[];
  tone?: 'near' | 'late';
}

export function RouteLine({ stations, label, down }: { stations: Station[]; label: string; down?: boolean }) {
  return (
    <ol className={down ? 'route down' : 'route'} aria-label={label}>
      {stations.map((station) => (
        <li
          key={station.key}
          className={station.place}
          aria-current={station.place === 'now' || station.place === 'stopped' ? 'step' : undefined}
        >
          <i aria-hidden="true" />
          <b>{station.name}</b>
          {station.notes.map((note) => (
            <small key={note} className={station.tone}>
              {note}
            </small>
          ))}
        </li>
      ))}
    </ol>
  );
}
