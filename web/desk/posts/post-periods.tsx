import { PaperClipOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { EngagementDetail } from '../../../api/contract/engagements.ts';
import { formatYuan } from '../../../processes/money.ts';
import { DueWords } from '../../pieces/due-words.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

type Period = EngagementDetail['periods'][number];
type Declaration = Period['declarations'][number];

const tones = { open: 'amber', missed: 'seal', filed: 'info', accepted: 'ok' };

/** 申报期: each with what was declared, its proof, and what stands in the ledger; those to come say so. */
export function PostPeriods({ post }: { post: EngagementDetail }) {
  const { t } = useWords();
  return (
    <section className="card">
      <h2>{t('posts.periods.title')}</h2>
      {post.periods.length === 0 && <p className="soft">{t('posts.periods.none')}</p>}
      <ul className="periods">
        {post.periods.map((period) => (
          <PeriodLine key={period.period} post={post} period={period} />
        ))}
      </ul>
    </section>
  );
}

function PeriodLine({ post, period }: { post: EngagementDetail; period: Period }) {
  const { t, say } = useWords();
  const { state, entered } = period;
  const mayCorrect = post.acts.correct.includes(period.period);
  return (
    <li className={state ?? 'future'}>
      <header>
        <span>
          <b>{say(period.name)}</b>{' '}
          <small className="soft">{t('posts.periods.range', { from: period.from, to: period.to })}</small>
        </span>
        <span className="tags">
          {state ? (
            <span className={`tag ${tones[state]}`}>
              {t(state === 'filed' && entered ? 'posts.periods.correcting' : `posts.due.${state}`)}
            </span>
          ) : (
            <span className="soft">{t('posts.periods.future')}</span>
          )}
        </span>
      </header>
      {(state === 'open' || state === 'missed') && <DueWords due={period.due} />}
      {period.declarations.map((one) => (
        <DeclarationLine key={one.id} one={one} />
      ))}
      {entered && (
        <p className="period-sum">
          <span>
            {t('posts.periods.entered')} <b>{formatYuan(entered.incomeFen + entered.equityFen)}</b> {t('posts.yuan')}
            <small className="soft">（{t('posts.notCounted')}）</small>
          </span>
          {mayCorrect && <Link to={`/posts/${post.id}/declare/${period.period}`}>{t('posts.periods.correct')}</Link>}
        </p>
      )}
    </li>
  );
}

function DeclarationLine({ one }: { one: Declaration }) {
  const { t, language } = useWords();
  const nil = one.incomeFen === 0 && one.equityFen === 0 && one.taxFen === 0;
  const amounts = [
    [t('posts.amounts.income'), one.incomeFen],
    [t('posts.amounts.equity'), one.equityFen],
    [t('posts.amounts.tax'), one.taxFen],
  ] as const;
  return (
    <div className={`declared ${one.state}`}>
      <div>
        {nil ? (
          <b>{t('posts.periods.nil')}</b>
        ) : (
          amounts.map(([name, fen]) => (
            <span key={name} className="declared-amount">
              {name} <b>{formatYuan(fen)}</b>
            </span>
          ))
        )}
        {one.note && <p className="soft">{one.note}</p>}
        {one.files.map((file) => (
          <a key={file.id} href={`/api/v1/files/${file.id}`} className="declared-file">
            <PaperClipOutlined aria-hidden="true" /> {file.name || t('posts.periods.proof')}
          </a>
        ))}
      </div>
      <small className="soft">
        <span>{t(`posts.periods.states.${one.state}`)}</span>{' '}
        {one.filedAt && <span>{t('posts.periods.filedAt', { at: sayMoment(one.filedAt, language) })}</span>}
      </small>
    </div>
  );
}
