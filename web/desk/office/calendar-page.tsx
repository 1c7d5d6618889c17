import { useQuery } from '@tanstack/react-query';
import type { CalendarYear } from '../../../api/contract/calendar.ts';
import { Bones } from '../../pieces/bones.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { yearsQuery } from '../queries.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { DeadlineTrial } from './deadline-trial.tsx';
import { YearImport } from './year-import.tsx';

/** The office's clock: which years are known, and the import of the next one. */
export function CalendarPage() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(yearsQuery);
  if (error) return <TroubleNote error={error} again={refetch} />;
  return (
    <div className="page">
      <div className="title">
        <h1>{t('nav.calendar')}</h1>
      </div>
      <div className="cols even">
        <div>
          <section className="card">
            <h2>{t('calendar.years')}</h2>
            {!data && <Bones lines={4} />}
            <Years years={data?.items ?? []} />
          </section>
          <DeadlineTrial />
        </div>
        <YearImport known={data?.items ?? []} />
      </div>
    </div>
  );
}

/** The years that matter now; the ones long past are folded away. */
function Years({ years }: { years: CalendarYear[] }) {
  const { t } = useWords();
  const newest = years.toSorted((a, b) => b.year - a.year);
  const list = (some: CalendarYear[]) => (
    <ul className="plain-list">
      {some.map((year) => (
        <Year key={year.year} year={year} />
      ))}
    </ul>
  );
  return (
    <>
      {list(newest.slice(0, 4))}
      {newest.length > 4 && (
        <details>
          <summary className="soft">{t('calendar.earlier')}</summary>
          {list(newest.slice(4))}
        </details>
      )}
    </>
  );
}

function Year({ year }: { year: CalendarYear }) {
  const { t, language } = useWords();
  return (
    <li>
      <details>
        <summary>
          <b>{year.year}</b>　{t(`calendar.source.${year.source}`)}
          {year.importedAt && <span className="soft">　{sayMoment(year.importedAt, language)}</span>}
        </summary>
        <p>
          <b>{t('calendar.holidays')}</b> <span className="soft">{year.holidays.join('　') || '—'}</span>
        </p>
        <p>
          <b>{t('calendar.makeUpDays')}</b> <span className="soft">{year.makeUpDays.join('　') || '—'}</span>
        </p>
      </details>
    </li>
  );
}
