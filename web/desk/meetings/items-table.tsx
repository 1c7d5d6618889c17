import { DeleteOutlined, DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select, Upload } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { MeetingView } from '../../../api/contract/meetings.ts';
import type { Bilingual } from '../../../processes/case.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { DayField } from '../form/day-field.tsx';
import { blankRow, fieldOf, itemOf, rowsOfSheet, withErrors, type Field, type TableRow } from './item-rows.ts';
import { meetingItemsQuery } from './queries.ts';

/** 下达任务: a table filled in by hand or from a spreadsheet; wrong cells are marked where they stand, and all items go out together. */
export function ItemsTable({ meeting }: { meeting: MeetingView }) {
  const { t, say } = useWords();
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const units = meeting.itemUnits;
  const [rows, setRows] = useState<TableRow[]>([]);
  const [sheetProblems, setSheetProblems] = useState<{ cell: string | null; message: Bilingual }[]>([]);
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const wrong = rows.filter(({ errors }) => errors.length > 0).length;
  const topics = meeting.agenda.flatMap(({ topic }) => topic ?? []);
  const unitOptions = units.map(({ id, name }) => ({ value: id, label: say(name) }));

  /** A changed cell is no longer known to be wrong. */
  const change = (row: TableRow, field: Field, part: Partial<TableRow>) => {
    key.current = crypto.randomUUID();
    setRows((before) =>
      before.map((one) =>
        one.key === row.key
          ? {
              ...one,
              ...part,
              errors: one.errors.filter(({ path }) => fieldOf(path) !== field),
              notes: one.notes.filter(({ path }) => fieldOf(path) !== field),
            }
          : one,
      ),
    );
  };

  const read = async (file: File) => {
    setBusy(true);
    setSheetProblems([]);
    try {
      const sheet = await api.readItemTable({ params: { id: meeting.id }, file });
      const unitOf = (said: string) => units.find(({ name }) => name.zh === said || name.en === said)?.id ?? said;
      setSheetProblems(sheet.problems);
      setRows((before) => [...before, ...rowsOfSheet(sheet, unitOf)]);
    } catch (error) {
      message.error(problemOf(error).detail || t('problem.unreachable'));
    }
    setBusy(false);
  };

  const create = async () => {
    setBusy(true);
    try {
      const { items } = await api.createMeetingItems(
        { params: { id: meeting.id }, body: { items: rows.map(itemOf) } },
        { idempotencyKey: key.current },
      );
      message.success(t('meetings.items.made', { count: items.length }));
      setRows([]);
      await cache.invalidateQueries({ queryKey: meetingItemsQuery(meeting.id).queryKey });
      void cache.invalidateQueries({ queryKey: ['inbox'] });
    } catch (error) {
      const problem = problemOf(error);
      key.current = crypto.randomUUID();
      if (problem.errors?.length) setRows((before) => withErrors(before, problem.errors ?? []));
      message.error(problem.errors?.length ? t('meetings.items.wrong') : problem.detail || t('problem.unreachable'));
    }
    setBusy(false);
  };
  const ask = () =>
    void modal.confirm({
      title: t('meetings.items.create', { count: rows.length }),
      content: t('meetings.items.sure'),
      onOk: create,
    });

  return (
    <section className="card to-do">
      <h2>{t('meetings.items.table')}</h2>
      <p className="soft">{t('meetings.items.how')}</p>
      {sheetProblems.length > 0 && (
        <ul className="note-box seal" role="alert">
          {sheetProblems.map((problem) => (
            <li key={`${problem.cell}${problem.message.zh}`}>
              {problem.cell && <b>{problem.cell}　</b>}
              {say(problem.message)}
            </li>
          ))}
        </ul>
      )}
      {wrong > 0 && (
        <p className="note-box seal" role="alert">
          {t('meetings.items.wrongRows', { count: wrong })}
        </p>
      )}
      <ol className="item-rows">
        {rows.map((row, index) => (
          <li key={row.key} className={row.errors.length > 0 ? 'wrong' : ''}>
            <header>
              <b>{t('meetings.items.row', { n: index + 1 })}</b>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('meetings.items.remove', { n: index + 1 })}
                onClick={() => setRows((before) => before.filter((one) => one.key !== row.key))}
              />
            </header>
            <Cell row={row} field="content" wide>
              <Input.TextArea
                value={row.content}
                autoSize={{ minRows: 1, maxRows: 6 }}
                maxLength={1000}
                onChange={(event) => change(row, 'content', { content: event.target.value })}
              />
            </Cell>
            <Cell row={row} field="measure" wide>
              <Input.TextArea
                value={row.measure}
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={500}
                onChange={(event) => change(row, 'measure', { measure: event.target.value })}
              />
            </Cell>
            <Cell row={row} field="lead">
              <Select
                mode="multiple"
                value={row.lead}
                options={unitOptions}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(lead: string[]) => change(row, 'lead', { lead })}
              />
            </Cell>
            <Cell row={row} field="supporting">
              <Select
                mode="multiple"
                value={row.supporting}
                options={unitOptions}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(supporting: string[]) => change(row, 'supporting', { supporting })}
              />
            </Cell>
            <Cell row={row} field="dueOn">
              <DayField value={row.dueOn} onChange={(dueOn = '') => change(row, 'dueOn', { dueOn })} />
            </Cell>
            <Cell row={row} field="topicId">
              <Select
                allowClear
                value={row.topicId}
                options={topics.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={(topicId?: string) =>
                  change(row, 'topicId', { topicId, topic: topics.find(({ id }) => id === topicId)?.title })
                }
              />
            </Cell>
            <Cell row={row} field="contact">
              <Input
                value={row.contact}
                maxLength={200}
                placeholder={t('meetings.items.nameOrMail')}
                onChange={(event) => change(row, 'contact', { contact: event.target.value })}
              />
            </Cell>
            <Cell row={row} field="leader">
              <Input
                value={row.leader}
                maxLength={200}
                placeholder={t('meetings.items.nameOrMail')}
                onChange={(event) => change(row, 'leader', { leader: event.target.value })}
              />
            </Cell>
            <Cell row={row} field="clause">
              <Input
                value={row.clause}
                maxLength={80}
                placeholder="四(二)"
                onChange={(event) => change(row, 'clause', { clause: event.target.value })}
              />
            </Cell>
          </li>
        ))}
      </ol>
      <div className="card-acts">
        <Button
          icon={<DownloadOutlined aria-hidden="true" />}
          href={`/api/v1/meetings/${meeting.id}/action-items/template`}
        >
          {t('meetings.items.template')}
        </Button>
        <Upload
          accept=".xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            void read(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined aria-hidden="true" />} loading={busy}>
            {t('meetings.items.import')}
          </Button>
        </Upload>
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setRows((before) => [...before, blankRow()])}>
          {t('meetings.items.add')}
        </Button>
        {rows.length > 0 && (
          <Button type="primary" loading={busy} onClick={ask}>
            {t('meetings.items.create', { count: rows.length })}
          </Button>
        )}
      </div>
    </section>
  );
}

function Cell({ row, field, wide, children }: { row: TableRow; field: Field; wide?: boolean; children: ReactNode }) {
  const { t, say } = useWords();
  const errors = row.errors.filter(({ path }) => fieldOf(path) === field);
  const notes = row.notes.filter(({ path }) => fieldOf(path) === field);
  return (
    // The control is the label's content: a press on the words reaches it, and it is named by them.
    <label className={`item-cell${wide ? ' wide' : ''}${errors.length > 0 ? ' bad' : ''}`}>
      <span>{t(`meetings.items.fields.${field}`)}</span>
      {children}
      {errors.map(({ path, cell, message }) => (
        <small key={path + message.zh} className="bad-words" role="alert">
          {cell && <b>{cell}　</b>}
          {say(message)}
        </small>
      ))}
      {notes.map(({ path, message }) => (
        <small key={path + message.zh} className="note-words">
          {say(message)}
        </small>
      ))}
    </label>
  );
}
