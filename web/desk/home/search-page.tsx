import { Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import type { CaseState } from '../../../processes/case.ts';
import { caseStateNames } from '../../../processes/names.ts';
import { useWords } from '../../words/language.ts';
import { CaseRows } from './case-rows.tsx';
import { ProcessFilter } from './process-filter.tsx';

const states = Object.keys(caseStateNames) as CaseState[];

/** 事项查询: every case I may see, by process, state, number or title; what was asked for stands in the address. */
export function SearchPage() {
  const { t, say } = useWords();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? undefined;
  const process = search.get('process') ?? undefined;
  const state = states.find((one) => one === search.get('state'));
  const set = (name: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  return (
    <div className="page">
      <div className="title">
        <h1>{q ? t('search.found', { q }) : t('nav.cases')}</h1>
      </div>
      <div className="case-filters">
        <ProcessFilter value={process} onChange={(slug) => set('process', slug)} />
        <Select
          value={state}
          allowClear
          placeholder={t('search.allStates')}
          aria-label={t('search.allStates')}
          style={{ minWidth: 130 }}
          onChange={(chosen: CaseState | undefined) => set('state', chosen ?? '')}
          options={states.map((one) => ({ value: one, label: say(caseStateNames[one]) }))}
        />
        <Input.Search
          key={q}
          className="tab-search"
          allowClear
          defaultValue={q}
          placeholder={t('shell.searchHint')}
          aria-label={t('shell.search')}
          onSearch={(typed) => set('q', typed.trim())}
        />
      </div>
      <CaseRows view="all" filter={{ q, process, state }} />
    </div>
  );
}
