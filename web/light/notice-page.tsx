import { useQuery } from '@tanstack/react-query';
import { Bones } from '../pieces/bones.tsx';
import { FactList } from '../pieces/fact-list.tsx';
import { sayDay, sayDeadline } from '../pieces/moments.ts';
import { useWords } from '../words/language.ts';
import { ask, problemOf } from './ask.ts';
import { ObjectionForm } from './objection-form.tsx';
import { ProblemNote } from './problem-note.tsx';

export function NoticePage({ id }: { id: string }) {
  const { t, say, language } = useWords();
  const {
    data: notice,
    error,
    refetch,
  } = useQuery({ queryKey: ['notices', id], queryFn: () => ask('getNotice', { params: { id } }) });
  if (error) return <ProblemNote problem={problemOf(error)} notFound={t('notices.unknown')} again={refetch} />;
  if (!notice) return <Bones lines={7} height={22} />;
  return (
    <>
      <p className="soft">
        <a href="/notices">{t('notices.title')}</a>　{say(notice.process)}
      </p>
      <h1>{notice.title}</h1>
      <p>
        <span className={`tag ${notice.state === 'open' ? 'jade' : notice.state === 'suspended' ? 'amber' : ''}`}>
          {say(notice.stateText)}
        </span>{' '}
        <span className="soft">
          {t('notices.period', {
            from: sayDay(notice.publishedAt, language),
            to: sayDeadline(notice.endsAt, language),
          })}
        </span>
      </p>
      <section className="card">
        <dl className="facts">
          <dt>{t('notices.unit')}</dt>
          <dd>{say(notice.unit.name)}</dd>
          <FactList facts={notice.facts.filter(({ value }) => value !== notice.unit.name.zh)} />
        </dl>
        <p className="note">{t('notices.basis', { clause: notice.clause })}</p>
      </section>
      {notice.mayObject ? (
        <ObjectionForm noticeId={notice.id} />
      ) : (
        <p className="note-box">{t(notice.state === 'suspended' ? 'notices.suspended' : 'notices.over')}</p>
      )}
    </>
  );
}
