import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { CaseSummary } from '../../../api/contract/cases.ts';
import { DueWords } from '../../pieces/due-words.tsx';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { casesQuery, type CaseFilter } from '../queries.ts';
import { CaseStateTag } from '../state-tags.tsx';
import { Rows } from './rows.tsx';

/** 我发起的, 抄送我的, and what a search found. */
export function CaseRows({ view, filter }: { view: 'mine' | 'copied' | 'all'; filter: CaseFilter }) {
  const { t } = useWords();
  const list = useInfiniteQuery(casesQuery(view, filter));
  const items = list.data?.pages.flatMap((page) => page.items);
  const head = (
    <>
      <span />
      <span>{t('home.columns.case')}</span>
      <span>{t('home.columns.state')}</span>
      <span>{t('home.columns.stage')}</span>
      <span>{t('home.columns.due')}</span>
    </>
  );
  const empty = view === 'all' ? 'search' : view;
  return (
    <Rows
      list={list}
      count={items?.length}
      head={head}
      empty={empty}
      filtered={view !== 'all' && Boolean(filter.q || filter.process)}
    >
      {items?.map((one) => (
        <CaseRow key={one.id} file={one} showApplicant={view !== 'mine'} />
      ))}
    </Rows>
  );
}

function CaseRow({ file, showApplicant }: { file: CaseSummary; showApplicant: boolean }) {
  const { t, say, language } = useWords();
  const { name, unit } = file.applicant;
  const who = showApplicant ? [unit ? `${name} · ${say(unit.name)}` : name] : [];
  return (
    <li className="row">
      <span className={file.unread ? 'unread' : ''} title={file.unread ? t('home.unread') : undefined}>
        {file.unread && <span className="only-read">{t('home.unread')}</span>}
      </span>
      <Link to={`/cases/${file.id}`} className="item">
        <b>{file.title}</b>
        <small>
          <span className="no">{file.number}</span>
          {`　${[...who, t('home.submittedOn', { on: sayDay(file.submittedAt, language) })].join('　')}`}
        </small>
      </Link>
      <span>
        <CaseStateTag state={file.state} business={file.businessState} />
      </span>
      <span>{file.stage ? say(file.stage.name) : ''}</span>
      <span>{file.due ? <DueWords due={file.due} /> : null}</span>
    </li>
  );
}
