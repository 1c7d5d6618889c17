import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { CountersignBoard } from '../../../api/contract/countersigns.ts';
import { Bones } from '../../pieces/bones.tsx';
import { DueWords } from '../../pieces/due-words.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayDay, sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { countersignsQuery } from '../fund/queries.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import '../../look/fund.css';

/** 会签看板: each open countersign that my unit leads, unit by unit: who has answered, who is late. */
export function CountersignsPage() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const onlyLate = search.get('show') === 'late';
  const { data, error, refetch } = useQuery(countersignsQuery);
  if (error) return <TroubleNote error={error} again={refetch} />;
  const items = data?.items.filter(({ late }) => !onlyLate || late > 0);
  return (
    <div className="page fund">
      <div className="title">
        <h1>{t('fund.countersigns.title')}</h1>
        <Segmented
          value={onlyLate ? 'late' : 'all'}
          aria-label={t('fund.countersigns.show')}
          onChange={(show) => setSearch(show === 'late' ? { show } : {}, { replace: true })}
          options={[
            { value: 'all', label: t('fund.countersigns.all') },
            { value: 'late', label: t('fund.countersigns.late') },
          ]}
        />
      </div>
      {!items && <Bones lines={6} height={60} />}
      {items?.length === 0 && (
        <div className="card">
          <Empty
            what={t(onlyLate && data?.items.length ? 'fund.countersigns.noneLate' : 'fund.countersigns.none')}
            how={t('fund.countersigns.noneHow')}
          />
        </div>
      )}
      {items?.map((board) => (
        <Board key={`${board.case.id}:${board.stage.slug}`} board={board} />
      ))}
    </div>
  );
}

const tones = { waiting: '', late: 'seal', agreed: 'ok', refused: 'amber' } as const;

function Board({ board }: { board: CountersignBoard }) {
  const { t, say, language } = useWords();
  const all = board.units.length;
  return (
    <section className="card board">
      <header>
        <Link to={`/cases/${board.case.id}`} className="item" title={t('fund.countersigns.seeCase')}>
          <b>{board.case.title}</b>
          <small>
            <span className="no">{board.case.number}</span>
            {`　${[
              `${say(board.process.name)} · ${say(board.stage.name)}`,
              ...(board.round > 1 ? [t('fund.countersigns.round', { round: board.round })] : []),
              t('fund.countersigns.since', { on: sayDay(board.openedAt, language) }),
            ].join('　')}`}
          </small>
        </Link>
        <span className="board-sum">
          <b>{t('fund.countersigns.answered', { answered: board.answered, all })}</b>
          {board.coordinating && <span className="tag amber">{t('fund.countersigns.coordinating')}</span>}
          {board.late > 0 && (
            <span className="tag seal">{t('fund.countersigns.lateCount', { count: board.late })}</span>
          )}
          <DueWords due={board.due} />
        </span>
      </header>
      <div className="board-line" aria-hidden="true">
        <i style={{ width: `${all === 0 ? 0 : (board.answered / all) * 100}%` }} />
      </div>
      <ul>
        {board.units.map((one) => (
          <li key={one.unit.id} className={one.state}>
            <b>{say(one.unit.name)}</b>
            <span className={`tag ${tones[one.state]}`}>{t(`fund.countersigns.states.${one.state}`)}</span>
            {one.at && <small>{`${one.by?.name ?? ''}　${sayMoment(one.at, language)}`}</small>}
            {one.opinion && <p>{one.opinion}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
