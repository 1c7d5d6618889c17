import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatYuan } from '../../../processes/money.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { thisYear } from '../fund/today.ts';
import { Yuan } from '../fund/yuan.tsx';
import { TroubleNote } from '../shell/trouble.tsx';
import { PostsFrame } from './posts-frame.tsx';
import { overviewQuery } from './queries.ts';
import { registerPath } from './register-address.ts';
import { useYear } from './year-of.ts';
import { YearSelect } from './year-select.tsx';

const counts = ['posts', 'suspended', 'declarationsWaiting', 'declarationsMissed'] as const;
const sums = ['incomeFen', 'equityFen', 'taxFen'] as const;

/** 全区总览 for 区人力社保局 and 区教委: posts, declarations and income by school; each figure leads to what it counts. */
export function OverviewPage() {
  const { t, say } = useWords();
  const { year, change } = useYear(thisYear() - 1);
  const { data, error, refetch } = useQuery(overviewQuery(year));
  if (error) return <TroubleNote error={error} again={refetch} />;
  const total = data?.total;
  const figures = total && [
    [t('posts.overview.posts'), String(total.posts), registerPath({})],
    [t('posts.overview.suspended'), String(total.suspended), registerPath({ state: 'suspended' })],
    [t('posts.overview.teachers'), String(total.teachers)],
    [t('posts.overview.paid'), String(total.paid), registerPath({ paid: 'true' })],
    [t('posts.overview.waiting'), String(total.declarationsWaiting)],
    [t('posts.overview.missed'), String(total.declarationsMissed), registerPath({ declaration: 'missed' })],
    [t('posts.overview.income', { year }), formatYuan(total.incomeFen)],
    [t('posts.overview.equity', { year }), formatYuan(total.equityFen)],
  ];
  const names = {
    posts: t('posts.overview.columns.posts'),
    suspended: t('posts.overview.columns.suspended'),
    declarationsWaiting: t('posts.overview.columns.waiting'),
    declarationsMissed: t('posts.overview.columns.missed'),
    incomeFen: t('posts.overview.columns.income'),
    equityFen: t('posts.overview.columns.equity'),
    taxFen: t('posts.overview.columns.tax'),
  };
  return (
    <PostsFrame tab="overview" acts={<YearSelect year={year} onChange={(chosen) => change({ year: chosen })} />}>
      {!data && <Bones lines={8} height={40} />}
      {figures && (
        <dl className="fund-figures post-figures">
          {figures.map(([name, figure, to]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <span className="yuan">{to ? <Link to={to}>{figure}</Link> : figure}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {data?.schools.length === 0 && (
        <div className="card">
          <Empty what={t('posts.overview.none')} how={t('posts.overview.noneHow')} />
        </div>
      )}
      {data && data.schools.length > 0 && (
        <section className="card">
          <table className="money-table">
            <thead>
              <tr>
                <th scope="col">{t('posts.overview.columns.school')}</th>
                {[...counts, ...sums].map((key) => (
                  <th key={key} scope="col">
                    {names[key]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.schools.map((one) => {
                const { id } = one.school;
                const name = say(one.school.name);
                return (
                  <tr key={id}>
                    <th scope="row">
                      <Link to={registerPath({ unitId: id })} title={t('posts.overview.drill', { school: name })}>
                        {name}
                      </Link>{' '}
                      <small>
                        <Link to={`/posts/statement?year=${year}&unitId=${encodeURIComponent(id)}`}>
                          {t('posts.overview.toStatement')}
                        </Link>
                      </small>
                    </th>
                    {counts.map((key) => (
                      <td
                        key={key}
                        data-label={names[key]}
                        className={key === 'declarationsMissed' && one[key] ? 'late' : ''}
                      >
                        {one[key]}
                      </td>
                    ))}
                    {sums.map((key) => (
                      <td key={key} data-label={names[key]}>
                        <Yuan fen={one[key]} />
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p className="soft">{t('posts.notCounted')}</p>
        </section>
      )}
      {data && data.bySector.length > 0 && (
        <section className="card">
          <h2>{t('posts.overview.sectors')}</h2>
          <ul className="plain-list">
            {data.bySector.map(({ sector, posts }) => (
              <li key={sector.id}>
                <Link to={registerPath({ sector: sector.id })}>{say(sector.name)}</Link>
                <span>{t('posts.overview.sector', { count: posts })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PostsFrame>
  );
}
