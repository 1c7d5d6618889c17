import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { Role } from '../../../processes/case.ts';
import { roleNames } from '../../../processes/names.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { useMe } from '../me.ts';

interface Props {
  id?: string;
  value?: string | string[];
  onChange?: (value: string | string[]) => void;
  several?: boolean;
  role?: Role;
}

/** People within my reach, by name or unit; never myself. */
export function PersonPicker({ id, value, onChange, several, role }: Props) {
  const { t, say } = useWords();
  const me = useMe();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed);
  const { data, isFetching } = useQuery({
    queryKey: ['people', q, role],
    queryFn: () => api.searchPeople({ query: { q, role } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      mode={several ? 'multiple' : undefined}
      value={value}
      onChange={(chosen: string | string[]) => onChange?.(chosen)}
      loading={isFetching}
      placeholder={t('people.search')}
      notFoundContent={isFetching ? t('people.searching') : t('people.none')}
      style={{ width: '100%' }}
      options={data?.items
        .filter((one) => one.id !== me.id)
        .map((one) => ({
          value: one.id,
          label: `${one.name}　${one.unit ? say(one.unit.name) : ''} ${one.roles.map((held) => say(roleNames[held])).join('、')}`,
        }))}
    />
  );
}
