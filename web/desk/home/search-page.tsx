import { Input } from 'antd';
import { useSearchParams } from 'react-router';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { CaseRows } from './case-rows.tsx';

/** Among every case I may see. */
export function SearchPage() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  return (
    <div className="page">
      <div className="title">
        <h1>{q ? t('search.found', { q }) : t('shell.search')}</h1>
      </div>
      <Input.Search
        key={q}
        className="search-again"
        defaultValue={q}
        placeholder={t('shell.searchHint')}
        aria-label={t('shell.search')}
        onSearch={(typed) => typed.trim() && setSearch({ q: typed.trim() })}
      />
      {q ? <CaseRows view="all" filter={{ q }} /> : <Empty what={t('search.ask')} how={t('search.askHow')} />}
    </div>
  );
}
