import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { MeetingTopic, MeetingView } from '../../../api/contract/meetings.ts';
import { Empty } from '../../pieces/empty.tsx';
import { sayDeadline } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** 议题: my unit's own to write and send, and those I may see. */
export function TopicsCard({ meeting }: { meeting: MeetingView }) {
  const { t, say } = useWords();
  const sending = meeting.turns.filter(({ purpose }) => purpose === 'send-topics');
  const sent = meeting.topics.filter(({ sentAt }) => sentAt !== null);
  const units = [...new Map(sent.map(({ unit }) => [unit.id, unit])).values()];
  return (
    <>
      {sending.map((turn) => (
        <SendTopics key={turn.assignmentId} meeting={meeting} turn={turn} />
      ))}
      <section className="card">
        <h2>{t('meetings.topics.title')}</h2>
        {sent.length === 0 && <Empty what={t('meetings.topics.none')} how={t('meetings.topics.noneHow')} />}
        {units.map((unit) => (
          <div key={unit.id} className="topic-unit">
            <h3>{say(unit.name)}</h3>
            <ol>
              {sent
                .filter((topic) => topic.unit.id === unit.id)
                .map((topic) => (
                  <Topic key={topic.id} topic={topic} />
                ))}
            </ol>
          </div>
        ))}
      </section>
    </>
  );
}

function Topic({ topic }: { topic: MeetingTopic }) {
  return (
    <li>
      <b>{topic.title}</b>
      {topic.body && <p className="soft pre">{topic.body}</p>}
    </li>
  );
}

interface Written {
  key: number;
  title: string;
  body: string;
}

let keys = 0;
const blank = (): Written => ({ key: ++keys, title: '', body: '' });

function SendTopics({ meeting, turn }: { meeting: MeetingView; turn: MeetingView['turns'][number] }) {
  const { t, say, language } = useWords();
  const { modal } = App.useApp();
  const { act, take, busy } = useMeetingAct(meeting.id);
  const unitId = turn.unitId ?? '';
  const unit = meeting.members.find((member) => member.unit.id === unitId)?.unit;
  const [rows, setRows] = useState<Written[]>(() => {
    const drafts = meeting.topics.filter((topic) => topic.unit.id === unitId && topic.sentAt === null);
    return drafts.length > 0 ? drafts.map(({ title, body }) => ({ key: ++keys, title, body })) : [blank()];
  });
  const written = rows.filter(({ title }) => title.trim() !== '');
  const change = (key: number, part: Partial<Written>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));

  const save = () =>
    api.saveTopics({
      params: { id: meeting.id },
      body: { unitId, topics: written.map(({ title, body }) => ({ title: title.trim(), body })) },
    });
  const send = async () => {
    const refused = await act(save, t('meetings.topics.sent'));
    if (!refused) await take(turn, 'approve', t('meetings.topics.sent'));
  };
  const ask = () =>
    void modal.confirm({
      title: t('meetings.topics.sure'),
      content: written.map(({ title }) => title).join('；') || t('meetings.topics.sendNone'),
      okText: written.length > 0 ? t('meetings.topics.send', { count: written.length }) : t('meetings.topics.sendNone'),
      onOk: send,
    });

  return (
    <section className="card to-do">
      <h2>{t('meetings.topics.own', { unit: unit ? say(unit.name) : '' })}</h2>
      {turn.due && <p className="soft">{t('meetings.topics.due', { at: sayDeadline(turn.due.at, language) })}</p>}
      <ol className="topic-rows">
        {rows.map((row, index) => (
          <li key={row.key}>
            <Input
              value={row.title}
              maxLength={100}
              placeholder={t('meetings.topics.name')}
              aria-label={`${t('meetings.topics.name')} ${index + 1}`}
              onChange={(event) => change(row.key, { title: event.target.value })}
            />
            <Input.TextArea
              value={row.body}
              maxLength={2000}
              autoSize={{ minRows: 2, maxRows: 8 }}
              placeholder={t('meetings.topics.body')}
              aria-label={`${t('meetings.topics.body')} ${index + 1}`}
              onChange={(event) => change(row.key, { body: event.target.value })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('meetings.topics.remove', { n: index + 1 })}
              onClick={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
            />
          </li>
        ))}
      </ol>
      <div className="card-acts">
        <Button
          icon={<PlusOutlined aria-hidden="true" />}
          disabled={rows.length >= 20}
          onClick={() => setRows((before) => [...before, blank()])}
        >
          {t('meetings.topics.add')}
        </Button>
        <Button type="primary" loading={busy} onClick={ask}>
          {written.length > 0 ? t('meetings.topics.send', { count: written.length }) : t('meetings.topics.sendNone')}
        </Button>
      </div>
    </section>
  );
}
