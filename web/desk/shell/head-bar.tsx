import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Grid, Input } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { Bell } from './bell.tsx';
import { ShellBrand } from './shell-brand.tsx';

export function HeadBar() {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const wide = Grid.useBreakpoint().md !== false;
  const [typed, setTyped] = useState(pathname === '/search' ? (search.get('q') ?? '') : '');
  // One primary button a view: where one applies already, the page has its own.
  const applying = pathname.startsWith('/new') || pathname.startsWith('/drafts/');
  const find = () => typed.trim() && void navigate(`/search?q=${encodeURIComponent(typed.trim())}`);
  return (
    <header className="head">
      {wide ? (
        <form
          role="search"
          className="search"
          onSubmit={(event) => {
            event.preventDefault();
            find();
          }}
        >
          <Input
            prefix={<SearchOutlined aria-hidden="true" />}
            variant="filled"
            allowClear
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={t('shell.searchHint')}
            aria-label={t('shell.search')}
          />
        </form>
      ) : (
        <ShellBrand />
      )}
      <div className="acts">
        {!wide && (
          <Link to="/search" aria-label={t('shell.search')} className="icon-link">
            <SearchOutlined aria-hidden="true" />
          </Link>
        )}
        <Bell />
        {wide && me.mayApply.length > 0 && !applying && (
          <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => void navigate('/new')}>
            {t('shell.apply')}
          </Button>
        )}
      </div>
    </header>
  );
}
