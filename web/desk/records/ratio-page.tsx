import { useQuery } from '@tanstack/react-query';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { TroubleNote } from '../shell/trouble.tsx';

/** 6000 basis points read 60.00%. */
const percent = (bp: number): string => `${(bp / 100).toFixed(2)}%`;

/** 双师型教师占比 by school against the plan's target, counted from valid certificates now. */
export function RatioPage() {
  const { t, say } = useWords();
  const { data, error, refetch } = useQuery({ queryKey: ['inbox', 'ratio'], queryFn: () => api.getRatio() });
  if (error) return <TroubleNote error={error} again={refetch} />;
  return (
    <div className="page">
      <div className="title">
        <div>
          <h1>{t('ratio.title')}</h1>
          {data && (
            <span className="soft">{t('ratio.target', { target: percent(data.targetBp), clause: data.clause })}</span>
          )}
        </div>
        {data && (
          <p className="ratio-all">
            <b>{data.all.ratioBp === null ? '—' : percent(data.all.ratioBp)}</b>
            <small>{t('ratio.all', { certified: data.all.certified, fullTime: data.all.fullTime })}</small>
          </p>
        )}
      </div>
      {!data && <Bones lines={5} height={40} />}
      {data?.schools.length === 0 && (
        <div className="card">
          <Empty what={t('ratio.none')} />
        </div>
      )}
      {data && data.schools.length > 0 && (
        <div className="card">
          <table className="ratio">
            <thead>
              <tr>
                <th scope="col">{t('ratio.school')}</th>
                <th scope="col">{t('ratio.certified')}</th>
                <th scope="col">{t('ratio.fullTime')}</th>
                <th scope="col">{t('ratio.share')}</th>
              </tr>
            </thead>
            <tbody>
              {data.schools.map((school) => (
                <tr key={school.unit.id}>
                  <th scope="row">{say(school.unit.name)}</th>
                  <td data-label={t('ratio.certified')}>{school.certified}</td>
                  <td data-label={t('ratio.fullTime')}>{school.fullTime}</td>
                  <td>
                    {school.ratioBp === null ? (
                      <span className="soft">{t('ratio.noHeads')}</span>
                    ) : (
                      <Meter bp={school.ratioBp} targetBp={data.targetBp} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Meter({ bp, targetBp }: { bp: number; targetBp: number }) {
  const { t } = useWords();
  const reached = bp >= targetBp;
  return (
    <span className="meter">
      <span className="meter-line" aria-hidden="true">
        <i className={reached ? 'reached' : ''} style={{ width: `${Math.min(100, bp / 100)}%` }} />
        <em style={{ left: `${targetBp / 100}%` }} />
      </span>
      <b>{percent(bp)}</b>
      <span className={reached ? 'tag ok' : 'tag amber'}>{t(reached ? 'ratio.reached' : 'ratio.below')}</span>
    </span>
  );
}
