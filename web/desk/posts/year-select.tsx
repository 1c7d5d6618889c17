import { Select } from 'antd';
import { useWords } from '../../words/language.ts';
import { yearsToChoose } from './year-of.ts';

export function YearSelect({ year, onChange }: { year: number; onChange: (year: number) => void }) {
  const { t } = useWords();
  return (
    <Select
      value={year}
      aria-label={t('posts.year')}
      onChange={onChange}
      options={yearsToChoose(year).map((value) => ({ value, label: t('posts.yearName', { year: value }) }))}
    />
  );
}
