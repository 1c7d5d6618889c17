import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { businessStateNames } from '../../../processes/names.ts';
import { kindNames } from '../../../processes/part-time-income/words.ts';
import { useWords } from '../../words/language.ts';
import { DayField } from '../form/day-field.tsx';
import { fieldAt } from '../../../processes/form-view.ts';
import { useMe } from '../me.ts';
import { processQuery } from '../queries.ts';
import { seesAllPosts } from './post-tabs.ts';
import { overviewQuery } from './queries.ts';
import { declarations, states, type RegisterAddress } from './register-address.ts';
import { thisYear } from '../fund/today.ts';

interface Props {
  address: RegisterAddress;
  change: (changes: Partial<RegisterAddress>) => void;
  clear: () => void;
}

/** By words, school (for the district), state, declarations, kind, sector, pay, and the day a post ends by. */
export function RegisterFilters({ address, change, clear }: Props) {
  const { t, say } = useWords();
  const all = seesAllPosts(useMe());
  const { data: process } = useQuery(processQuery('part-time-income'));
  const { data: overview } = useQuery({ ...overviewQuery(thisYear()), enabled: all });
  const sectors = process ? (fieldAt(process.form, 'host.sector')?.options ?? []) : [];
  const select = <K extends 'state' | 'declaration' | 'kind' | 'sector' | 'paid' | 'unitId'>(
    name: K,
    placeholder: string,
    options: { value: string; label: string }[],
  ) => (
    <Select
      key={name}
      allowClear
      value={address[name]}
      placeholder={placeholder}
      aria-label={placeholder}
      showSearch={name === 'sector' || name === 'unitId' ? { optionFilterProp: 'label' } : false}
      onChange={(chosen: string | undefined) => change({ [name]: chosen })}
      options={options}
      popupMatchSelectWidth={false}
    />
  );
  return (
    <div className="fund-filters register-filters">
      <Input.Search
        key={address.q ?? ''}
        className="register-search"
        defaultValue={address.q}
        allowClear
        maxLength={80}
        placeholder={t('posts.register.search')}
        aria-label={t('posts.register.search')}
        onSearch={(q) => change({ q: q.trim() || undefined })}
      />
      {all &&
        select(
          'unitId',
          t('posts.register.all.school'),
          (overview?.schools ?? []).map(({ school }) => ({ value: school.id, label: say(school.name) })),
        )}
      {select(
        'state',
        t('posts.register.all.state'),
        states.map((state) => ({ value: state, label: say(businessStateNames[state]) })),
      )}
      {select(
        'declaration',
        t('posts.register.all.declaration'),
        declarations.map((one) => ({ value: one, label: t(`posts.register.declaration.${one}`) })),
      )}
      {select(
        'kind',
        t('posts.register.all.kind'),
        Object.entries(kindNames).map(([value, name]) => ({ value, label: say(name) })),
      )}
      {select(
        'sector',
        t('posts.register.all.sector'),
        sectors.map((one) => ({ value: String(one.value), label: say(one) })),
      )}
      {select(
        'paid',
        t('posts.register.all.paid'),
        (['true', 'false'] as const).map((one) => ({ value: one, label: t(`posts.register.paid.${one}`) })),
      )}
      <label className="ends-by">
        <span>{t('posts.register.endsBy')}</span>
        <DayField
          value={address.endsBy}
          aria-label={t('posts.register.endsBy')}
          onChange={(endsBy) => change({ endsBy })}
        />
      </label>
      {Object.keys(address).length > 0 && <Button onClick={clear}>{t('posts.register.clear')}</Button>}
    </div>
  );
}
