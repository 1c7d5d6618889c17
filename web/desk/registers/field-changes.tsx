import { useWords } from '../../words/language.ts';

interface FieldChange {
  title: { zh: string; en: string };
  before: string | null;
  after: string | null;
}

/** 专任教师数 4 → 186, field by field. */
export function FieldChanges({ fields }: { fields: readonly FieldChange[] }) {
  const { t, say } = useWords();
  return (
    <div className="register-fields">
      <ul>
        {fields.map(({ title, before, after }) => (
          <li key={title.zh}>
            {say(title)}：{before !== null && <del>{before}</del>}
            <ins>{after ?? t('registers.empty')}</ins>
          </li>
        ))}
      </ul>
    </div>
  );
}
