import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '../../words/language.ts';
import { changedAddress, kinds, readAddress, type FundAddress } from './fund-address.ts';
import { fundQuery } from './queries.ts';
import { kindName } from './kind-name.ts';

/** Filters and grouping, kept in the address. */
export const useAddress = () => {
  const [search, setSearch] = useSearchParams();
  const change = (changes: Partial<Record<keyof FundAddress, unknown>>, replace = false) =>
    setSearch((before) => changedAddress(before, changes), { replace, preventScrollReset: true });
  return { address: readAddress(search), change };
};

interface Props {
  /** The statement is of one year; the overview may show all. */
  year: number | undefined;
  everyYear?: boolean;
  withKinds?: boolean;
}

/** Year, school, industry: what there is to choose comes from the whole fund, not from the part shown. */
export function FundFilters({ year, everyYear, withKinds }: Props) {
  const { t, say } = useWords();
  const { address, change } = useAddress();
  const { data: whole } = useQuery(fundQuery({}));
  const years = (whole?.years ?? []).map((one) => ({
    value: one.year,
    label: t('fund.yearName', { year: one.year }),
  }));
  return (
    <div className="fund-filters">
      <Select
        value={year ?? 0}
        aria-label={t('fund.year')}
        onChange={(chosen) => change({ year: chosen || undefined, open: undefined })}
        options={[...(everyYear ? [{ value: 0, label: t('fund.allYears') }] : []), ...years.toReversed()]}
      />
      <Select
        value={address.unitId}
        allowClear
        placeholder={t('fund.allSchools')}
        aria-label={t('fund.columns.school')}
        onChange={(unitId?: string) => change({ unitId, open: undefined })}
        options={(whole?.bySchool ?? []).map(({ school }) => ({ value: school.id, label: say(school.name) }))}
      />
      <Select
        value={address.industry}
        allowClear
        placeholder={t('fund.allIndustries')}
        aria-label={t('fund.columns.industry')}
        onChange={(industry?: string) => change({ industry, open: undefined })}
        options={(whole?.byIndustry ?? []).map(({ industry }) => ({ value: industry.id, label: say(industry.name) }))}
      />
      {withKinds && (
        <Select
          value={address.kind}
          allowClear
          placeholder={t('fund.allKinds')}
          aria-label={t('fund.statement.what')}
          onChange={(kind?: string) => change({ kind, open: undefined })}
          options={kinds.map((kind) => ({ value: kind, label: t(kindName(kind)) }))}
        />
      )}
    </div>
  );
}
