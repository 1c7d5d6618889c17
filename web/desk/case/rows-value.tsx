import { columnsShown } from '../../../processes/form-view.ts';
import type { FieldSchema, Form } from '../../../processes/form-view.ts';
import { useWords } from '../../words/language.ts';
import { sayValue } from './say-value.ts';

/** Rows of a form as a table; on phones each row stands as its own block with its labels (see look/form.css). */
export function RowsValue({ title, field, rows }: { title: string; field: FieldSchema; rows: Form[] }) {
  const { language } = useWords();
  const columns = columnsShown(field, rows);
  const name = (column: FieldSchema, key: string) => (language === 'en' && column.titleEn) || column.title || key;
  return (
    <table className="rows-view">
      {title && <caption>{title}</caption>}
      <thead>
        <tr>
          {columns.map(([key, column]) => (
            <th key={key} scope="col">
              {name(column, key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map(([key, column]) => (
              <td
                key={key}
                data-label={name(column, key)}
                className={column.widget === 'date' || column.money ? 'whole' : undefined}
              >
                {sayValue(column, row[key], language)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
