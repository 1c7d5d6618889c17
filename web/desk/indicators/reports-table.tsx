import { Link } from 'react-router';
import type { IndicatorDetail } from '../../../api/contract/indicators.ts';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

/** Who reported which figure, who accepted it; what a newer report replaced stays to be seen. */
export function ReportsTable({ of }: { of: IndicatorDetail }) {
  const { t, say, language } = useWords();
  return (
    <section className="card">
      <h2>{t('indicators.reports')}</h2>
      <table className="ratio">
        <thead>
          <tr>
            <th scope="col">{t('indicators.period')}</th>
            <th scope="col">{t('indicators.figure')}</th>
            <th scope="col">{t('indicators.by')}</th>
            <th scope="col">{t('indicators.reviewedBy')}</th>
            <th scope="col">{t('indicators.report')}</th>
          </tr>
        </thead>
        <tbody>
          {of.reports.map((report) => (
            <tr key={report.caseId}>
              <th scope="row">
                {say(report.periodText)}
                {report.replaced && <small className="soft unit-note">{t('indicators.replaced')}</small>}
              </th>
              <td data-label={t('indicators.figure')}>{report.value.text}</td>
              <td data-label={t('indicators.by')}>{report.by?.name ?? '—'}</td>
              <td data-label={t('indicators.reviewedBy')}>
                {report.reviewedBy?.name ?? '—'}，{sayDay(report.at, language)}
              </td>
              <td data-label={t('indicators.report')}>
                <Link to={`/cases/${report.caseId}`}>{report.number}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
