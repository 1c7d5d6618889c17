import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { UnitScoreView } from '../../../api/contract/bulletins.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { dayOf, sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { problemOf } from '../api.ts';
import { saveFile } from '../fund/save-file.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { scoresQuery } from './queries.ts';
import '../../look/items.css';

/** 年度考核: every unit's year, and each line that led to its score. */
export function ScoresPage() {
  const { t, say, language } = useWords();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const [thisYear] = useState(() => Number(dayOf(new Date()).slice(0, 4)));
  const asked = Number(search.get('year'));
  const year = asked >= 2020 && asked <= 2100 ? asked : thisYear;
  const { data, error, refetch } = useQuery(scoresQuery(year));
  const nothing = error !== null && problemOf(error).code === 'NoItemsInYear';
  if (error && !nothing) return <TroubleNote error={error} again={refetch} />;
  const save = () =>
    saveFile(`/api/v1/action-items/scores.xlsx?year=${year}`, language).catch((failed: unknown) =>
      message.error(problemOf(failed).detail || t('problem.unreachable')),
    );
  return (
    <div className="page items">
      <div className="title">
        <h1>{t('items.scoresPage.title')}</h1>
        <span className="title-acts">
          <Link to="/items">{t('items.back')}</Link>
          <Select
            value={year}
            aria-label={t('items.scoresPage.year')}
            onChange={(chosen) => setSearch({ year: String(chosen) }, { replace: true })}
            options={Array.from({ length: 6 }, (_, ago) => ({ value: thisYear - ago, label: thisYear - ago }))}
          />
          <Button disabled={!data} onClick={() => void save()}>
            {t('items.scoresPage.sheet')}
          </Button>
        </span>
      </div>
      {!data && !nothing && <Bones lines={5} height={60} />}
      {nothing && (
        <div className="card">
          <Empty what={t('items.scoresPage.none', { year })} how={t('items.scoresPage.noneHow')} />
        </div>
      )}
      {data && (
        <>
          <p className="soft item-rule">
            {say(data.rule)}（{data.clause}）
          </p>
          {data.units.map((unit) => (
            <Unit key={unit.unit.id} unit={unit} />
          ))}
        </>
      )}
    </div>
  );
}

function Unit({ unit }: { unit: UnitScoreView }) {
  const { t, say, language } = useWords();
  return (
    <details className="card score-card">
      <summary>
        <b>{say(unit.unit.name)}</b>
        <span className="soft">{t('items.scoresPage.items', { count: unit.items })}</span>
        <strong className={unit.score === unit.start ? 'full' : ''}>{unit.score}</strong>
      </summary>
      {unit.lines.length === 0 ? (
        <p className="soft">{t('items.scoresPage.full')}</p>
      ) : (
        <ul className="score-lines">
          {unit.lines.map(({ on, id, number, title, points, reason }) => (
            <li key={`${id} ${on} ${reason.zh}`}>
              <span>{sayDay(on, language)}</span>
              <Link to={`/items/${id}`}>
                <span className="no">{number}</span> {title}
              </Link>
              <span>{say(reason)}</span>
              <b>{points}</b>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
