import { Link } from 'react-router';
import type { IndicatorView } from '../../../api/contract/indicators.ts';
import { DueWords } from '../../pieces/due-words.tsx';
import { useWords } from '../../words/language.ts';
import { progressOf } from './progress.ts';
import { Spark } from './spark.tsx';
import { StateTag } from './state-tag.tsx';

/** One indicator: what is, what should be, how far, and who holds it back. */
export function IndicatorCard({ of }: { of: IndicatorView }) {
  const { t, say } = useWords();
  const { id, name, clause, unit, levelText, value, target, missing, behind, asked, series, year } = of;
  const progress = progressOf(of);
  const sign = of.kind === 'share' ? '' : ` ${of.kind === 'money' ? t('indicators.yuan') : say(of.chartUnit)}`;
  return (
    <section className="card indicator">
      <header>
        <h2>
          <Link to={`/indicators/${id}?year=${year}`}>{say(name)}</Link>
        </h2>
        <StateTag of={of} />
      </header>
      <p className="indicator-value">
        {value ? (
          <>
            <b>{value.text}</b>
            <small>{sign}</small>
          </>
        ) : (
          <b className="soft">{t('indicators.noData')}</b>
        )}
        <Spark series={series} label={t('indicators.trendOf', { name: say(name) })} />
      </p>
      {value && target && (
        <span className="meter-line" aria-hidden="true">
          <i className={of.state === 'met' ? 'reached' : ''} style={{ width: `${Math.min(100, progress ?? 0)}%` }} />
        </span>
      )}
      <p className="indicator-aim">
        {target ? (
          <>
            {t('indicators.target')} {t('indicators.atLeast', { target: target.text })}
            {sign}
            {target.from === null && <span className="soft">（{t('indicators.grows')}）</span>}
            {target.from !== null && target.from > year && (
              <span className="soft">（{t('indicators.fromYear', { year: target.from })}）</span>
            )}
            {missing && <strong>{say(missing)}</strong>}
          </>
        ) : (
          <span className="soft">{t('indicators.grows')}</span>
        )}
      </p>
      {of.reason && <p className="soft indicator-note">{say(of.reason)}</p>}
      {behind.length > 0 && (
        <ul className="indicator-behind" aria-label={t('indicators.behind')}>
          {behind.map((one) => (
            <li key={one.unit.id}>
              <span>{say(one.unit.name)}</span>
              <small>{say(one.text)}</small>
            </li>
          ))}
        </ul>
      )}
      <footer>
        <span>
          {clause}　{say(levelText)}　{say(unit.name)}　{t(`indicators.source.${of.source}`)}
        </span>
        {asked && (
          <span>
            {t('indicators.asked', { period: say(asked.periodText) })} <DueWords due={asked.due} />
          </span>
        )}
      </footer>
    </section>
  );
}
