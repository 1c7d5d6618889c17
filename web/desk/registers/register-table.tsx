import { Button } from 'antd';
import type { RegisterRow, RegisterView } from '../../../api/contract/registers.ts';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

interface Props {
  register: RegisterView;
  rows: RegisterRow[];
  onEdit: (row: RegisterRow) => void;
  onHistory: (row: RegisterRow) => void;
}

export function RegisterTable({ register, rows, onEdit, onHistory }: Props) {
  const { t, say, language } = useWords();
  const { columns, mayChange } = register;
  return (
    <div className="card register-table">
      <table className="ratio">
        <thead>
          <tr>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {say(title)}
              </th>
            ))}
            <th scope="col">{t('registers.changedAt')}</th>
            <th scope="col" aria-label={t('registers.edit')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map((column) => (
                <td key={column.key} data-label={say(column.title)}>
                  {shown(column, row.cells[column.key] ?? null, say)}
                </td>
              ))}
              <td data-label={t('registers.changedAt')}>
                <Button type="link" size="small" onClick={() => onHistory(row)}>
                  {row.changedBy && row.changedAt
                    ? t('registers.changedBy', { name: row.changedBy.name, at: sayDay(row.changedAt, language) })
                    : t('registers.never')}
                </Button>
              </td>
              <td>
                {mayChange && (
                  <Button type="link" size="small" onClick={() => onEdit(row)}>
                    {t('registers.edit')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Column = RegisterView['columns'][number];

function shown(
  column: Column,
  value: string | number | null,
  say: (pair: { zh: string; en: string }) => string,
): string {
  if (value === null) return '—';
  const option = column.options.find((one) => one.value === value);
  return option ? say(option) : String(value);
}
