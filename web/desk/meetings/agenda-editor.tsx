import { ArrowDownOutlined, ArrowUpOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { AgendaAbout, AgendaEntry, MeetingView } from '../../../api/contract/meetings.ts';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { entryTitle } from './entry-title.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** A line as it is being put together; `own`: a topic of the office's, not on the server yet. */
interface Line {
  key: string;
  kind: AgendaEntry['kind'];
  topicId?: string;
  caseId?: string;
  title: string;
  under: string;
  dropReason: string | null;
  own?: boolean;
}

/** 编排议程: order, leave out with a reason, put waiting cases on it, add a topic of the office's own. */
export function AgendaEditor({ meeting, turn }: { meeting: MeetingView; turn: MeetingView['turns'][number] }) {
  const { t, say } = useWords();
  const { modal } = App.useApp();
  const { act, take, busy } = useMeetingAct(meeting.id);
  const [lines, setLines] = useState<Line[]>(() =>
    meeting.agenda.map((entry) => ({
      key: entry.id,
      kind: entry.kind,
      ...(entry.topic && { topicId: entry.topic.id }),
      ...(entry.about && { caseId: entry.about.id }),
      title: entryTitle(entry),
      under: entry.topic ? say(entry.topic.unit.name) : (entry.about?.number ?? ''),
      dropReason: entry.dropReason,
    })),
  );
  const change = (key: string, part: Partial<Line>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const move = (index: number, by: number) =>
    setLines((before) => {
      const next = [...before];
      const [line] = next.splice(index, 1);
      if (line) next.splice(index + by, 0, line);
      return next;
    });
  const put = (about: AgendaAbout) =>
    setLines((before) => [
      ...before,
      {
        key: about.id,
        kind: 'case',
        caseId: about.id,
        title: about.title,
        under: about.number,
        dropReason: null,
      },
    ]);
  const waiting = [
    ...meeting.candidates,
    ...meeting.agenda.flatMap(({ kind, about }) => (kind === 'case' && about ? [about] : [])),
  ].filter(({ id }) => lines.every(({ caseId }) => caseId !== id));
  const incomplete = lines.some(
    ({ own, title, dropReason }) => (own && title.trim() === '') || dropReason?.trim() === '',
  );

  const save = () =>
    api.saveAgenda({
      params: { id: meeting.id },
      body: {
        entries: lines.map(({ topicId, caseId, title, dropReason }) =>
          topicId
            ? { topicId, ...(dropReason && { dropReason }) }
            : caseId
              ? { caseId }
              : { title: title.trim(), body: '' },
        ),
      },
    });
  /** What was added has its id from the server now: it is not added twice. */
  const saved = async () => {
    const { agenda } = await save();
    setLines((before) =>
      before.map((line, index) => {
        const entry = agenda[index];
        return entry?.topic ? { ...line, key: entry.id, topicId: entry.topic.id, own: false } : line;
      }),
    );
  };
  const fix = () =>
    void modal.confirm({
      title: t('meetings.agenda.fix'),
      content: t('meetings.agenda.sure'),
      onOk: async () => {
        const refused = await act(saved, t('meetings.agenda.saved'));
        if (!refused) await take(turn, 'approve', t('meetings.agenda.fixed'));
      },
    });

  return (
    <section className="card to-do">
      <h2>{t('meetings.agenda.title')}</h2>
      {lines.length === 0 && <Empty what={t('meetings.agenda.none')} how={t('meetings.agenda.noneHow')} />}
      <ol className="agenda editing">
        {lines.map((line, index) => (
          <li key={line.key} className={line.dropReason === null ? '' : 'dropped'}>
            <span className={`tag ${line.kind === 'topic' ? '' : 'info'}`}>
              {t(`meetings.agenda.kinds.${line.kind}`)}
            </span>
            <div>
              {line.own ? (
                <Input
                  value={line.title}
                  maxLength={100}
                  aria-label={t('meetings.topics.name')}
                  placeholder={t('meetings.topics.name')}
                  onChange={(event) => change(line.key, { title: event.target.value })}
                />
              ) : (
                <b>{line.title}</b>
              )}
              <small className="soft">{line.under}</small>
              {line.dropReason !== null && (
                <Input
                  value={line.dropReason}
                  maxLength={200}
                  aria-label={t('meetings.agenda.dropReason')}
                  placeholder={t('meetings.agenda.dropReason')}
                  onChange={(event) => change(line.key, { dropReason: event.target.value })}
                />
              )}
            </div>
            <span className="line-acts">
              <Button
                type="text"
                icon={<ArrowUpOutlined />}
                disabled={index === 0}
                aria-label={t('meetings.agenda.up', { n: index + 1 })}
                onClick={() => move(index, -1)}
              />
              <Button
                type="text"
                icon={<ArrowDownOutlined />}
                disabled={index === lines.length - 1}
                aria-label={t('meetings.agenda.down', { n: index + 1 })}
                onClick={() => move(index, 1)}
              />
              {line.topicId ? (
                <Button
                  type="text"
                  onClick={() => change(line.key, { dropReason: line.dropReason === null ? '' : null })}
                >
                  {t(line.dropReason === null ? 'meetings.agenda.drop' : 'meetings.agenda.keep')}
                </Button>
              ) : (
                <Button type="text" onClick={() => setLines((before) => before.filter(({ key }) => key !== line.key))}>
                  {t('meetings.agenda.off')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {waiting.length > 0 && (
        <>
          <h3>{t('meetings.agenda.waiting')}</h3>
          <ul className="agenda">
            {waiting.map((about) => (
              <li key={about.id}>
                <span className="tag amber">{say(about.process.name)}</span>
                <div>
                  <b>{about.title}</b>
                  <small className="soft no">{about.number}</small>
                </div>
                <Button onClick={() => put(about)}>{t('meetings.agenda.put')}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="card-acts">
        <Button
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() =>
            setLines((before) => [
              ...before,
              { key: crypto.randomUUID(), kind: 'topic', title: '', under: '', dropReason: null, own: true },
            ])
          }
        >
          {t('meetings.agenda.own')}
        </Button>
        <Button disabled={incomplete} loading={busy} onClick={() => void act(saved, t('meetings.agenda.saved'))}>
          {t('meetings.agenda.save')}
        </Button>
        <Button type="primary" disabled={incomplete} loading={busy} onClick={fix}>
          {t('meetings.agenda.fix')}
        </Button>
      </div>
    </section>
  );
}
