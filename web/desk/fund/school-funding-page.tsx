import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { SchoolFunding } from '../../../api/contract/fund.ts';
import { formatYuan } from '../../../processes/money.ts';
import { Bones } from '../../pieces/bones.tsx';
import { DueWords } from '../../pieces/due-words.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { CaseStateTag } from '../state-tags.tsx';
import { schoolFundingQuery } from './queries.ts';
import { duesFirst, ownTurns } from './school-dues.ts';
import '../../look/fund.css';

/** 本校项目: the school's applications with what was awarded, what has arrived, and which reports are due; each leads to its case. */
export function SchoolFundingPage() {
  const { t } = useWords();
  const me = useMe();
  const { data, error, refetch } = useQuery(schoolFundingQuery);
  if (error) return <TroubleNote error={error} again={refetch} />;
  const items = data && duesFirst(data.items);
  const ours = items ? ownTurns(items) : 0;
  const mayApply = me.mayApply.some(({ slug }) => slug === 'program-funding');
  return (
    <div className="page fund">
      <div className="title">
        <h1>{t('fund.school.title')}</h1>
        {items && items.length > 0 && (
          <span className="soft">
            {ours > 0 ? t('fund.school.waiting', { count: ours }) : t('fund.school.nothing')}
          </span>
        )}
      </div>
      {!items && <Bones lines={5} height={64} />}
      {items?.length === 0 && (
        <div className="card">
          <Empty what={t('fund.school.none')} how={t('fund.school.noneHow')}>
            {mayApply && <Link to="/new/program-funding">{t('shell.apply')}</Link>}
          </Empty>
        </div>
      )}
      {items?.map((one) => (
        <Program key={one.case.id} one={one} />
      ))}
    </div>
  );
}

function Program({ one }: { one: SchoolFunding }) {
  const { t, say } = useWords();
  const figures = [
    [t('fund.school.awarded'), one.awardedFen],
    [t('fund.school.paid'), one.paidFen],
    [t('fund.school.left'), one.committedFen],
    ...(one.clawingBackFen > 0 ? [[t('fund.school.clawing'), one.clawingBackFen] as const] : []),
  ] as const;
  return (
    <section className="card school-program">
      <header>
        <div>
          <Link to={`/cases/${one.case.id}`} className="item">
            <b>{one.program.name || one.case.title}</b>
            <small>
              <span className="no">{one.case.number}</span>
              {`　${t('fund.school.code', { code: one.program.code })}`}
            </small>
          </Link>
        </div>
        <CaseStateTag state={one.state} business={one.businessState} />
      </header>
      {one.awardedFen > 0 ? (
        <dl className="school-figures">
          {figures.map(([name, fen]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{formatYuan(fen)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="soft">{t('fund.school.notAwarded')}</p>
      )}
      {one.waiting.length > 0 && (
        <ul className="plain-list">
          {one.waiting.map((turn) => (
            <li key={turn.assignmentId}>
              <span>
                {turn.ours ? <b>{say(turn.what)}</b> : say(turn.what)}{' '}
                {!turn.ours && <span className="tag">{t('fund.school.theirs')}</span>}
              </span>
              <span className="school-due">
                <DueWords due={turn.due} />
                {turn.ours && <Link to={`/cases/${one.case.id}`}>{t('fund.school.go')}</Link>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
