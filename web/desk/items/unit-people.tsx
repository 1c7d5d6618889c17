import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { roleNames } from '../../../processes/names.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';

interface Props {
  id?: string;
  unitId: string;
  except?: string;
  value?: string;
  onChange?: (userId: string) => void;
}

/** The people of one unit who may be its contact. */
export function UnitPeople({ id, unitId, except, value, onChange }: Props) {
  const { say, t } = useWords();
  const { data, isFetching } = useQuery({
    queryKey: ['people', 'of', unitId],
    queryFn: () => api.searchPeople({ query: { unitId, limit: 50 } }),
  });
  const people = data?.items.filter(
    (one) => one.id !== except && one.roles.some((role) => role !== 'teacher' && role !== 'expert'),
  );
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={onChange}
      loading={isFetching}
      notFoundContent={t('people.none')}
      options={people?.map((one) => ({
        value: one.id,
        label: `${one.name}　${one.roles.map((held) => say(roleNames[held])).join('、')}`,
      }))}
    />
  );
}
