import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Link } from 'react-router';
import { routeUrl } from '../../../api/contract/client.ts';
import { exportIncomeStatement, type IncomeStatement, printIncomeStatement } from '../../../api/contract/income.ts';
import { formatYuan } from '../../../processes/money.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { Yuan } from '../fund/yuan.tsx';
import { ExportButton } from './export-button.tsx';
import { ownSchools, seesAllPosts } from './post-tabs.ts';
import { PostsFrame } from './posts-frame.tsx';
import { incomeStatementQuery, overviewQuery } from './queries.ts';
import { useYear } from './year-of.ts';
import { YearSelect } from './year-select.tsx';

/** 年度兼职收入情况表: a school and year by person and host, apart from what counts as pay; the same as a spreadsheet and a PDF. */
export function IncomeStatementPage() {
  const { t, say } = useWords();
  const me = useMe();
  const all = seesAllPosts(me);
  const { year, unitId: asked, change } = useYear();
  const { data: overview } = useQuery({ ...overviewQuery(year), enabled: all });
  const schools = all ? (overview?.schools.map(({ school }) => school) ?? []) : ownSchools(me);
  const unitId = asked ?? (schools.length === 1 ? schools[0]?.id : undefined);
  const { data, error, refetch } = useQuery({ ...incomeStatementQuery(year, unitId), enabled: unitId !== undefined });
  if (error) return <TroubleNote error={error} again={refetch} />;
  const query = { year, ...(unitId ? { unitId } : {}) };
  return (
    <PostsFrame
      tab="statement"
      acts={
        data &&
        data.rows.length > 0 && (
          <>
            <ExportButton url={routeUrl(exportIncomeStatement, { query })} label={t('posts.statement.sheet')} />
            <ExportButton url={routeUrl(printIncomeStatement, { query })} label={t('posts.statement.pdf')} />
          </>
        )
      }
    >
      <div className="fund-filters">
        <YearSelect year={year} onChange={(chosen) => change({ year: chosen })} />
        {(all || schools.length > 1) && (
          <Select
            value={unitId}
            placeholder={t('posts.chooseSchool')}
            aria-label={t('posts.school')}
            popupMatchSelectWidth={false}
            onChange={(chosen: string) => change({ unitId: chosen })}
            options={schools.map((school) => ({ value: school.id, label: say(school.name) }))}
          />
        )}
      </div>
      {unitId === undefined ? (
        <div className="card">
          <Empty what={t('posts.statement.choose')} />
        </div>
      ) : !data ? (
        <Bones lines={6} height={40} />
      ) : data.rows.length === 0 ? (
        <div className="card">
          <Empty what={t('posts.statement.none', { year })} how={t('posts.statement.noneHow')} />
        </div>
      ) : (
        <Statement data={data} />
      )}
    </PostsFrame>
  );
}

function Statement({ data }: { data: IncomeStatement }) {
  const { t, say } = useWords();
  const { incomeFen, equityFen } = data.total;
  const columns = [
    ['incomeFen', t('posts.statement.columns.income')],
    ['equityFen', t('posts.statement.columns.equity')],
    ['taxFen', t('posts.statement.columns.tax')],
  ] as const;
  return (
    <section className="card">
      <h2>{t('posts.statement.title', { school: say(data.school.name), year: data.year })}</h2>
      <div className="not-counted">
        <div>
          <small>{t('posts.statement.excluded')}</small>
          <b>{formatYuan(incomeFen + equityFen)}</b>
          <small>{t('posts.statement.counts', { teachers: data.teachers, hosts: data.hosts })}</small>
        </div>
        <p>
          {say(data.note)}
          <small>{t('posts.statement.basis', { clause: data.clause })}</small>
        </p>
      </div>
      <table className="money-table income-table">
        <thead>
          <tr>
            <th scope="col">{t('posts.statement.columns.teacher')}</th>
            <th scope="col" className="left">
              {t('posts.statement.columns.host')}
            </th>
            <th scope="col" className="left">
              {t('posts.statement.columns.periods')}
            </th>
            {columns.map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.case.id}>
              <th scope="row">{row.teacher.name}</th>
              <td className="left" data-label={t('posts.statement.columns.host')}>
                <Link to={`/posts/${row.case.id}`}>{row.host}</Link>
                <small>
                  {row.postTitle} {row.case.number}
                </small>
              </td>
              <td className="left" data-label={t('posts.statement.columns.periods')}>
                {t('posts.statement.periods', { count: row.periods })}
                {row.nil > 0 && <small>{t('posts.statement.nil', { count: row.nil })}</small>}
                {row.corrections > 0 && <small>{t('posts.statement.corrections', { count: row.corrections })}</small>}
              </td>
              {columns.map(([key, name]) => (
                <td key={key} data-label={name}>
                  <Yuan fen={row[key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('posts.statement.total')}
            </th>
            {columns.map(([key, name]) => (
              <td key={key} data-label={name}>
                <Yuan fen={data.total[key]} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
