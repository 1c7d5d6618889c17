import type { IndicatorDetail } from '../../../api/contract/indicators.ts';
import { useWords } from '../../words/language.ts';

/** Unit by unit, the one that lacks most first. */
export function UnitsTable({ of }: { of: IndicatorDetail }) {
  const { t, say } = useWords();
  const share = of.kind === 'share';
  const target = of.target?.charted ?? null;
  const rows = of.byUnit.toSorted((a, b) => (b.missing ?? 0) - (a.missing ?? 0) || b.value.charted - a.value.charted);
  return (
    <section className="card">
      <h2>{t('indicators.units')}</h2>
      <table className="ratio">
        <thead>
          <tr>
            <th scope="col">{t('indicators.unit')}</th>
            {share && <th scope="col">{say(of.counts)}</th>}
            {share && of.of && <th scope="col">{say(of.of)}</th>}
            <th scope="col">{t('indicators.figure')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit.id}>
              <th scope="row">
                {say(row.unit.name)}
                {row.note && <small className="soft unit-note">{say(row.note)}</small>}
              </th>
              {share && <td data-label={say(of.counts)}>{row.value.part.toLocaleString('en-US')}</td>}
              {share && of.of && <td data-label={say(of.of)}>{row.value.whole?.toLocaleString('en-US')}</td>}
              <td>
                {share ? (
                  <span className="meter">
                    <span className="meter-line" aria-hidden="true">
                      <i
                        className={row.state === 'met' ? 'reached' : ''}
                        style={{ width: `${Math.min(100, row.value.charted)}%` }}
                      />
                      {target !== null && <em style={{ left: `${Math.min(100, target)}%` }} />}
                    </span>
                    <b>{row.value.text}</b>
                    {row.state !== 'none' && (
                      <span className={row.state === 'met' ? 'tag ok' : 'tag amber'}>
                        {t(row.state === 'met' ? 'indicators.met' : 'indicators.below')}
                      </span>
                    )}
                  </span>
                ) : (
                  row.value.text
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
