import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { MeetingView } from '../../../api/contract/meetings.ts';
import { emptyMinutes, isBlank, type MinutesText } from '../../../processes/joint-meeting/minutes-text.ts';
import { dayOf, sayDay, sayTime } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { MinutesEditor } from './minutes-editor.tsx';
import { createMinutesKeeper, type Kept } from './minutes-keeper.ts';
import { meetingQuery } from './queries.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** 撰写纪要: saved as it is written, handed on once the meeting was held. A new version begins with the text of the last. */
export function WriteMinutes({ meeting, turn }: { meeting: MeetingView; turn: MeetingView['turns'][number] }) {
  const { t, language } = useWords();
  const { modal } = App.useApp();
  const cache = useQueryClient();
  const { take, busy } = useMeetingAct(meeting.id);
  // As it was when the page came: live updates do not take the text from under the writer's hands.
  const [start] = useState(meeting.minutes);
  const [kept, setKept] = useState<Kept>();
  const [first] = useState<MinutesText>(start?.document ?? emptyMinutes);
  const text = useRef<MinutesText>(first);
  const keeper = useMemo(
    () =>
      createMinutesKeeper({
        meetingId: meeting.id,
        revision: start && !start.final ? start.revision : 0,
        onKept: setKept,
      }),
    [meeting.id, start],
  );
  useEffect(
    () => () => {
      void keeper.save();
    },
    [keeper],
  );
  const [today] = useState(() => dayOf(new Date()));
  const early = today < meeting.heldOn;
  const version = start ? start.version + (start.final ? 1 : 0) : 1;

  const submit = () =>
    void modal.confirm({
      title: t('meetings.minutes.submit'),
      content: t('meetings.minutes.sure'),
      onOk: async () => {
        // A new version that changes nothing is still a version: it has to be there before it is handed on.
        if (start?.final && kept === undefined) keeper.typed(text.current);
        if (await keeper.save()) await take(turn, 'approve', t('meetings.minutes.submitted'));
      },
    });

  return (
    <section className="card to-do">
      <h2>
        {t('meetings.minutes.title')} <small className="soft">{t('meetings.minutes.version', { n: version })}</small>
      </h2>
      {early && <p className="note-box">{t('meetings.minutes.early', { on: sayDay(meeting.heldOn, language) })}</p>}
      {kept?.state === 'elsewhere' && (
        <p className="note-box seal" role="alert">
          {t('meetings.minutes.elsewhere')}{' '}
          <Button
            size="small"
            onClick={() => {
              void cache.resetQueries(meetingQuery(meeting.id));
            }}
          >
            {t('meetings.minutes.reload')}
          </Button>
        </p>
      )}
      <p className="soft minutes-hint">{t('meetings.minutes.placeholder')}</p>
      <MinutesEditor
        text={first}
        label={t('meetings.minutes.title')}
        onChange={(changed) => {
          text.current = changed;
          keeper.typed(changed);
        }}
      />
      <div className="card-acts">
        <span className="soft" aria-live="polite">
          {kept?.state === 'saving' && t('meetings.minutes.saving')}
          {kept?.state === 'saved' && t('meetings.minutes.savedAt', { at: sayTime(new Date(kept.atMs)) })}
          {kept?.state === 'unsaved' && t('meetings.minutes.unsaved')}
        </span>
        <Button
          type="primary"
          loading={busy}
          disabled={early || (kept === undefined && isBlank(first))}
          onClick={submit}
        >
          {t('meetings.minutes.submit')}
        </Button>
      </div>
    </section>
  );
}
