import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useWords } from '../../words/language.ts';
import { processesQuery } from '../queries.ts';

/** Only where there is something to choose between. */
export function ProcessFilter({ value, onChange }: { value?: string; onChange: (slug: string) => void }) {
  const { t, say } = useWords();
  const { data } = useQuery(processesQuery);
  if (!data || data.items.length < 2) return null;
  return (
    <Select
      value={value}
      allowClear
      placeholder={t('home.allProcesses')}
      aria-label={t('home.allProcesses')}
      style={{ minWidth: 150 }}
      onChange={(slug: string | undefined) => onChange(slug ?? '')}
      options={data.items.map((process) => ({ value: process.slug, label: say(process.name) }))}
    />
  );
}
