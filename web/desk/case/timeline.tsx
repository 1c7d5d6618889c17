import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CaseView, TimelineEvent } from '../../../api/contract/cases.ts';
import { Bones } from '../../pieces/bones.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { eventsQuery } from '../queries.ts';
import { useAct } from './use-act.ts';

const toneOf = ({ kind, facts }: TimelineEvent): string => {
  if (kind === 'rejected' || kind === 'certificate-revoked' || facts['verdict'] === 'reject') return 'seal';
  if (
    kind === 'returned' ||
    kind === 'objection-filed' ||
    kind === 'escalated' ||
    kind === 'urged' ||
    kind === 'lapsed'
  )
    return 'amber';
  return kind === 'stage-opened' || kind === 'commented' || kind === 'copied' || kind === 'panel-drawn' ? 'plain' : '';
};

/** Newest first. A return is told once: the row of the return carries the same opinion as the decision before it. */
const told = (events: TimelineEvent[]): TimelineEvent[] =>
  events
    .filter(
      ({ kind, facts }, index) =>
        !(kind === 'decided' && facts['verdict'] === 'return' && events[index + 1]?.kind === 'returned'),
    )
    .toReversed();

/** 办理过程: newest first, with every opinion; a comment is written where it will be read. */
export function Timeline({ file }: { file: CaseView }) {
  const { t, say, language } = useWords();
  const { data } = useQuery(eventsQuery(file.id));
  const mayComment = file.actions.some((one) => one.kind === 'comment');
  return (
    <section className="card">
      <h2>{t('case.timeline')}</h2>
      {mayComment && <CommentBox caseId={file.id} />}
      {!data && <Bones lines={5} />}
      <ul className="log">
        {data &&
          told(data.items).map((event) => (
            <li key={event.sequence} className={toneOf(event)}>
              <time dateTime={event.at}>{sayMoment(event.at, language)}</time>
              <b>{say(event.text)}</b>
              {event.via === 'mail' && <small className="soft"> {t('case.viaMail')}</small>}
              {event.remark && <p>{event.remark}</p>}
            </li>
          ))}
      </ul>
    </section>
  );
}

function CommentBox({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const { act, busy } = useAct(caseId);
  const [body, setBody] = useState('');
  const send = async () => {
    const refused = await act(
      () => api.commentCase({ params: { id: caseId }, body: { body: body.trim() } }),
      t('acts.comment.done'),
    );
    if (!refused) setBody('');
  };
  return (
    <div className="comment-box no-print">
      <Input.TextArea
        value={body}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        placeholder={t('acts.comment.hint')}
        aria-label={t('acts.comment.name')}
        onChange={(event) => setBody(event.target.value)}
      />
      {body.trim() && (
        <Button loading={busy} onClick={() => void send()}>
          {t('acts.comment.name')}
        </Button>
      )}
    </div>
  );
}
