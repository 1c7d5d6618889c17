import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { MeetingView } from '../../../api/contract/meetings.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { MinutesTextView } from './minutes-text-view.tsx';
import { SignMinutes } from './sign-minutes.tsx';
import { turnOf } from './use-meeting-act.ts';

/** The editor's library is large: who only reads does not wait for it. */
const WriteMinutes = lazy(async () => ({ default: (await import('./write-minutes.tsx')).WriteMinutes }));

/** 会议纪要: written by the office, read and signed by the members. Earlier versions can be looked at. */
export function MinutesCard({ meeting }: { meeting: MeetingView }) {
  const { t, language } = useWords();
  const turn = turnOf(meeting, 'write-minutes');
  const [chosen, setChosen] = useState<number>();
  const latest = meeting.minutes;
  const shown = chosen ?? latest?.version;
  const { data: earlier } = useQuery({
    queryKey: ['case', meeting.id, 'minutes', shown],
    queryFn: () => api.getMinutes({ params: { id: meeting.id, version: shown ?? 1 } }),
    enabled: shown !== undefined && shown !== latest?.version,
  });
  const minutes = shown === latest?.version ? latest : earlier;
  if (turn)
    return (
      <Suspense
        fallback={
          <section className="card">
            <Bones lines={6} />
          </section>
        }
      >
        <WriteMinutes key={`${meeting.id}:${turn.assignmentId}`} meeting={meeting} turn={turn} />
      </Suspense>
    );
  return (
    <>
      <section className="card">
        <h2>{t('meetings.minutes.title')}</h2>
        {!latest && <Empty what={t('meetings.minutes.none')} how={t('meetings.minutes.noneHow')} />}
        {minutes && (
          <>
            <p className="soft minutes-by">
              {meeting.versions.length > 1 ? (
                <Select
                  size="small"
                  value={shown}
                  aria-label={t('meetings.minutes.version', { n: '' })}
                  onChange={setChosen}
                  options={meeting.versions.map(({ version }) => ({
                    value: version,
                    label: t('meetings.minutes.version', { n: version }),
                  }))}
                />
              ) : (
                t('meetings.minutes.version', { n: minutes.version })
              )}
              {'　'}
              {t('meetings.minutes.by', { by: minutes.author.name, at: sayMoment(minutes.savedAt, language) })}
            </p>
            <MinutesTextView text={minutes.document} />
          </>
        )}
      </section>
      <SignMinutes meeting={meeting} />
    </>
  );
}
