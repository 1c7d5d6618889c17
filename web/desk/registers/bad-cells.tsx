import type { RegisterPreview } from '../../../api/contract/registers.ts';
import { useWords } from '../../words/language.ts';

/** Each bad cell at its place on the sheet, with what stands there and why it cannot. */
export function BadCells({ preview }: { preview: RegisterPreview }) {
  const { t, say } = useWords();
  return (
    <div className="register-table bad-cells">
      <p className="note-box amber">{t('registers.bad', { count: preview.badInAll })}</p>
      <table className="ratio">
        <thead>
          <tr>
            <th scope="col">{t('registers.badCell')}</th>
            <th scope="col">{t('registers.badTitle')}</th>
            <th scope="col">{t('registers.badFound')}</th>
            <th scope="col">{t('registers.badWhy')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.bad.map((one) => (
            <tr key={`${one.row} ${one.cell} ${one.column} ${one.message.en}`}>
              <th scope="row">{one.cell || t('registers.badRow', { row: one.row })}</th>
              <td data-label={t('registers.badTitle')}>{say(one.title)}</td>
              <td data-label={t('registers.badFound')}>{one.found || '—'}</td>
              <td data-label={t('registers.badWhy')}>{say(one.message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.badInAll > preview.bad.length && (
        <p className="soft">{t('registers.more', { count: preview.badInAll - preview.bad.length })}</p>
      )}
    </div>
  );
}
