import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { routeUrl } from '../../../api/contract/client.ts';
import { exportSchoolIncome, type SchoolIncomeStatement } from '../../../api/contract/income.ts';
import { formatYuan } from '../../../processes/money.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { Yuan } from '../fund/yuan.tsx';
import { useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { ExportButton } from './export-button.tsx';
import { LinkButton } from './link-button.tsx';
import { PostsFrame } from './posts-frame.tsx';
import { schoolIncomeQuery } from './queries.ts';
import { useYear } from './year-of.ts';
import { YearSelect } from './year-select.tsx';

type SchoolYear = SchoolIncomeStatement['schools'][number];

/** 学校收入: a year's income by source, what went to the development fund and with which share; schools that declared nothing stand there too. */
export function SchoolIncomePage() {
  const { t, say } = useWords();
  const me = useMe();
  const { year, change } = useYear();
  const { data, error, refetch } = useQuery(schoolIncomeQuery(year));
  if (error) return <TroubleNote error={error} again={refetch} />;
  const declares = me.mayApply.some(({ slug }) => slug === 'school-income');
  const missing = data?.schools.filter((one) => !hasBegun(one)) ?? [];
  const entered = data?.schools.some(({ cases }) => cases.length > 0);
  return (
    <PostsFrame
      tab="school"
      acts={
        <>
          {entered && (
            <ExportButton
              url={routeUrl(exportSchoolIncome, { query: { year } })}
              label={t('posts.schoolIncome.export')}
            />
          )}
          {declares && (
            <LinkButton to="/new/school-income" type="primary">
              {t('posts.schoolIncome.declare')}
            </LinkButton>
          )}
        </>
      }
    >
      <div className="fund-filters">
        <YearSelect year={year} onChange={(chosen) => change({ year: chosen })} />
      </div>
      {!data && <Bones lines={5} height={64} />}
      {data && (
        <p className="soft school-income-about">
          {t('posts.schoolIncome.about', { percent: data.atLeastPercent, clause: data.clause })}
        </p>
      )}
      {data?.schools.length === 0 && (
        <div className="card">
          <Empty what={t('posts.schoolIncome.none')} />
        </div>
      )}
      {data?.schools.filter(hasBegun).map((one) => (
        <School key={one.school.id} one={one} />
      ))}
      {missing.length > 0 && (
        <section className="card">
          <h2>{t('posts.schoolIncome.notYet')}</h2>
          <ul className="plain-list">
            {missing.map(({ school }) => (
              <li key={school.id}>{say(school.name)}</li>
            ))}
          </ul>
        </section>
      )}
      {data && data.schools.length > 1 && entered && (
        <section className="card">
          <h2>{t('posts.schoolIncome.allSchools')}</h2>
          <Figures {...data.total} />
        </section>
      )}
    </PostsFrame>
  );
}

const hasBegun = ({ cases, underWay }: SchoolYear): boolean => cases.length > 0 || underWay !== null;

function School({ one }: { one: SchoolYear }) {
  const { t, say } = useWords();
  return (
    <section className="card school-program">
      <header>
        <h2>{say(one.school.name)}</h2>
        <span className="tags">
          {one.underWay && (
            <Link to={`/cases/${one.underWay.id}`}>
              <span className="tag info">{t('posts.schoolIncome.underWay')}</span> {one.underWay.number}
            </Link>
          )}
        </span>
      </header>
      {one.cases.length > 0 && (
        <>
          <Figures {...one} />
          <ul className="plain-list">
            {one.sources.map(({ source, amountFen }) => (
              <li key={source.id}>
                <span>{say(source.name)}</span>
                <Yuan fen={amountFen} />
              </li>
            ))}
          </ul>
          <p className="soft">
            {t('posts.schoolIncome.cases')}
            {one.cases.map((ref, index) => (
              <span key={ref.id}>
                {' '}
                <Link to={`/cases/${ref.id}`}>{ref.number}</Link>
                {index > 0 && `（${t('posts.schoolIncome.correction')}）`}
              </span>
            ))}
          </p>
        </>
      )}
    </section>
  );
}

interface Sums {
  totalFen: number;
  developmentFundFen: number;
  performancePayFen: number;
  sharePercent?: string | null;
}

function Figures({ totalFen, developmentFundFen, performancePayFen, sharePercent }: Sums) {
  const { t } = useWords();
  const figures = [
    [t('posts.schoolIncome.total'), formatYuan(totalFen)],
    [t('posts.schoolIncome.fund'), formatYuan(developmentFundFen)],
    ...(sharePercent ? [[t('posts.schoolIncome.share'), `${sharePercent} %`] as const] : []),
    [t('posts.schoolIncome.performance'), formatYuan(performancePayFen)],
  ] as const;
  return (
    <dl className="school-figures">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
