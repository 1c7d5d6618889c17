import { Button, Input } from 'antd';
import { useState } from 'react';
import type { MeetingView } from '../../../api/contract/meetings.ts';
import type { Verdict } from '../../../processes/case.ts';
import { useWords } from '../../words/language.ts';
import { useMeetingAct } from './use-meeting-act.ts';

type Turn = MeetingView['turns'][number];

/** 会签: my unit agrees, or says what it would have otherwise; the office settles a difference or writes the minutes again. */
export function SignMinutes({ meeting }: { meeting: MeetingView }) {
  const signing = meeting.stage?.slug === 'members';
  if (!signing) return null;
  return meeting.turns
    .filter(({ purpose }) => purpose !== 'write-minutes')
    .map((turn) => <Signature key={turn.assignmentId} meeting={meeting} turn={turn} />);
}

function Signature({ meeting, turn }: { meeting: MeetingView; turn: Turn }) {
  const { t, say } = useWords();
  const { take, busy } = useMeetingAct(meeting.id);
  const [opinion, setOpinion] = useState('');
  const settles = turn.purpose === 'coordinate';
  const unit = meeting.members.find((member) => member.unit.id === turn.unitId)?.unit;
  const blank = opinion.trim() === '';
  const act = (verdict: Verdict) => void take(turn, verdict, t('meetings.minutes.signed'), opinion.trim() || undefined);
  return (
    <section className="card to-do">
      <h2>
        {settles ? t('meetings.minutes.settle') : t('meetings.minutes.signTitle', { unit: unit ? say(unit.name) : '' })}
      </h2>
      <Input.TextArea
        value={opinion}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-label={settles ? t('meetings.minutes.settled') : t('act.opinion')}
        placeholder={settles ? t('meetings.minutes.settled') : t('act.opinion')}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <div className="card-acts">
        {settles ? (
          <>
            <Button disabled={blank} loading={busy} onClick={() => act('return')}>
              {t('meetings.minutes.rewrite')}
            </Button>
            <Button type="primary" disabled={blank} loading={busy} onClick={() => act('approve')}>
              {t('meetings.minutes.publishAsIs')}
            </Button>
          </>
        ) : (
          <>
            <Button danger disabled={blank} loading={busy} onClick={() => act('reject')}>
              {t('meetings.minutes.disagree')}
            </Button>
            <Button type="primary" loading={busy} onClick={() => act('approve')}>
              {t('meetings.minutes.sign')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
