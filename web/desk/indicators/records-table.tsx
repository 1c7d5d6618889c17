import { Button } from 'antd';
import { useState } from 'react';
import type { IndicatorDetail } from '../../../api/contract/indicators.ts';
import { useWords } from '../../words/language.ts';

const FIRST = 12;

/** The rows that were counted, and those of the whole that were not. */
export function RecordsTable({ of }: { of: IndicatorDetail }) {
  const { t, say } = useWords();
  const [all, setAll] = useState(false);
  const rows = all ? of.records : of.records.slice(0, FIRST);
  return (
    <section className="card">
      <h2>{t('indicators.records', { count: of.recordsInAll })}</h2>
      <table className="ratio">
        <thead>
          <tr>
            <th scope="col">{t('indicators.record')}</th>
            <th scope="col">{t('indicators.unit')}</th>
            <th scope="col">{t('indicators.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a report may read the same; the list is never reordered
            <tr key={index}>
              <th scope="row">{row.what}</th>
              <td data-label={t('indicators.unit')}>{say(row.unit.name)}</td>
              <td data-label={t('indicators.detail')}>
                {say(row.detail)} {!row.counts && <span className="tag amber">{t('indicators.notCounted')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < of.records.length && (
        <p className="more">
          <Button onClick={() => setAll(true)}>{t('indicators.showAll')}</Button>
        </p>
      )}
    </section>
  );
}
