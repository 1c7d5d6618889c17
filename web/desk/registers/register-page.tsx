import { useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { exportRegister, type RegisterRow } from '../../../api/contract/registers.ts';
import { routeUrl } from '../../../api/contract/client.ts';
import { registerSlugs } from '../../../processes/registers/registers.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { problemOf } from '../api.ts';
import { saveFile } from '../fund/save-file.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { registerQuery } from './queries.ts';
import { RegisterTable } from './register-table.tsx';
import { RowDialog } from './row-dialog.tsx';
import '../../look/indicators.css';

type Open =
  | { what: 'row'; row: RegisterRow | null }
  | { what: 'import' }
  | { what: 'history'; row: RegisterRow | null };

/** 基础登记: schools and enterprises, programs, head counts; changed row by row or from a spreadsheet, never deleted. */
export function RegisterPage() {
  const { t, say, language } = useWords();
  const { message } = App.useApp();
  const params = useParams();
  const slug = registerSlugs.find((one) => one === params.register) ?? 'institutions';
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<Open | null>(null);
  const { data: register, error, refetch } = useQuery(registerQuery(slug));
  if (error) return <TroubleNote error={error} again={refetch} />;
  const sought = (search.get('q') ?? '').trim().toLowerCase();
  const rows = (register?.rows ?? []).filter(
    ({ unit, cells }) =>
      sought === '' ||
      [unit.name.zh, unit.name.en, ...Object.values(cells)].some((each) =>
        String(each ?? '')
          .toLowerCase()
          .includes(sought),
      ),
  );
  const save = async () => {
    try {
      const name = await saveFile(routeUrl(exportRegister, { params: { register: slug } }), language);
      message.success(t('indicators.exported', { name }));
    } catch (failure) {
      message.error(problemOf(failure).detail || t('problem.unreachable'));
    }
  };
  return (
    <div className="page">
      <div className="title">
        <div>
          <h1>{t('registers.title')}</h1>
          {register && (
            <p className="soft">
              {say(register.summary)}　{register.clause}
            </p>
          )}
        </div>
      </div>
      <div className="page-tabs">
        <nav aria-label={t('registers.pages')}>
          {registerSlugs.map((one) => (
            <Link key={one} to={`/registers/${one}`} aria-current={one === slug ? 'page' : undefined}>
              {t(`registers.tabs.${one}`)}
            </Link>
          ))}
        </nav>
      </div>
      {!register && <Bones lines={6} height={40} />}
      {register && (
        <>
          <div className="register-acts">
            <Input.Search
              allowClear
              key={slug}
              defaultValue={search.get('q') ?? ''}
              placeholder={t('registers.search')}
              aria-label={t('registers.search')}
              onChange={({ target }) => setSearch(target.value ? { q: target.value } : {}, { replace: true })}
            />
            <span className="soft">{t('registers.rows', { count: rows.length })}</span>
            <Button onClick={() => setOpen({ what: 'history', row: null })}>{t('registers.history')}</Button>
            <Button onClick={() => void save()}>{t('registers.export')}</Button>
            {register.mayChange && (
              <>
                <Button onClick={() => setOpen({ what: 'import' })}>{t('registers.import')}</Button>
                <Button type="primary" onClick={() => setOpen({ what: 'row', row: null })}>
                  {t('registers.add')}
                </Button>
              </>
            )}
          </div>
          {rows.length === 0 ? (
            <div className="card">
              {sought ? (
                <Empty what={t('registers.noneFound')} />
              ) : (
                <Empty what={t('registers.none')} {...(register.mayChange && { how: t('registers.noneHow') })} />
              )}
            </div>
          ) : (
            <RegisterTable
              register={register}
              rows={rows}
              onEdit={(row) => setOpen({ what: 'row', row })}
              onHistory={(row) => setOpen({ what: 'history', row })}
            />
          )}
          <p className="soft">{t('registers.keptForEver')}</p>
          {open?.what === 'row' && <RowDialog register={register} row={open.row} onClose={() => setOpen(null)} />}
          {open?.what === 'import' && <ImportDialog register={register} onClose={() => setOpen(null)} />}
          {open?.what === 'history' && <HistoryDrawer register={slug} row={open.row} onClose={() => setOpen(null)} />}
        </>
      )}
    </div>
  );
}
