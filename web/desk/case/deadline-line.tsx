import { ClockCircleOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import type { Deadline } from '../../../api/contract/cases.ts';
import type { Due } from '../../../api/contract/shapes.ts';
import { DueWords } from '../../pieces/due-words.tsx';
import { sayDay, sayDeadline } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

/** By when, what is left, and on a press how the day came about. */
export function DeadlineLine({ due, deadline }: { due: Due | null; deadline: Deadline | null }) {
  const { t, say, language } = useWords();
  if (!due) return null;
  const line = (
    <>
      <ClockCircleOutlined aria-hidden="true" /> {t('case.before', { at: sayDeadline(due.at, language) })}
    </>
  );
  return (
    <span className="by">
      {deadline ? (
        <Popover
          trigger="click"
          title={t('case.derivation')}
          content={
            <div className="derivation">
              <dl className="facts">
                <dt>{t('case.start')}</dt>
                <dd>{sayDay(deadline.startedOn, language)}</dd>
                <dt>{t('case.rule')}</dt>
                <dd>{say(deadline.rule)}</dd>
                <dt>{t('case.end')}</dt>
                <dd>{sayDeadline(deadline.at, language)}</dd>
              </dl>
              {deadline.skipped.length > 0 && (
                <>
                  <p className="soft">{t('case.skipped')}</p>
                  <ul>
                    {deadline.skipped.map((skip) => (
                      <li key={skip.on}>
                        {sayDay(skip.on, language)} <span className="soft">{say(skip.why)}</span>
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {deadline.makeUpDays.length > 0 && (
                <p className="soft">
                  {t('case.makeUp', { days: deadline.makeUpDays.map((on) => sayDay(on, language)).join('、') })}
                </p>
              )}
              {deadline.provisional && <p className="note-box amber">{t('due.provisionalWhy')}</p>}
            </div>
          }
        >
          <button type="button" className="by-press">
            {line}
          </button>
        </Popover>
      ) : (
        line
      )}{' '}
      <DueWords due={due} />
    </span>
  );
}
