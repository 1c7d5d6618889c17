import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { CalendarYear } from '../../../api/contract/calendar.ts';
import { calendarYearProblems } from '../../../processes/calendar-year.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { yearsQuery } from '../queries.ts';
import { daysIn } from './days-in.ts';

interface Typed {
  year: number;
  holidays: string;
  makeUpDays?: string;
}

/** The State Council's notice for a year, pasted as days or spans; provisional deadlines are then computed again. */
export function YearImport({ known }: { known: CalendarYear[] }) {
  const { t, say } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const typed = Form.useWatch([], form) as Typed | undefined;
  const [thisYear] = useState(() => new Date().getFullYear());
  const next = Math.max(thisYear, ...known.filter((one) => one.source !== 'none').map((one) => one.year)) + 1;
  const schedule = {
    year: typed?.year ?? next,
    holidays: daysIn(typed?.holidays ?? '', typed?.year ?? next),
    makeUpDays: daysIn(typed?.makeUpDays ?? '', typed?.year ?? next),
  };
  const wrong = typed?.holidays?.trim() ? calendarYearProblems(schedule) : [];
  const send = useMutation({
    mutationFn: () =>
      api.importCalendarYear({
        params: { year: schedule.year },
        body: { holidays: schedule.holidays, makeUpDays: schedule.makeUpDays },
      }),
    onSuccess: (year) => {
      message.success(t('calendar.imported', { year: year.year, count: year.casesTold }));
      form.resetFields();
      return cache.invalidateQueries(yearsQuery);
    },
    onError: (error) => message.error(problemOf(error).detail || t('problem.unreachable')),
  });
  return (
    <section className="card">
      <h2>{t('calendar.import')}</h2>
      <p className="soft">{t('calendar.importAbout')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ year: next }}
        onFinish={() => send.mutate()}
        key={next}
      >
        <Form.Item name="year" label={t('calendar.year')}>
          <InputNumber min={2020} max={2100} />
        </Form.Item>
        <Form.Item
          name="holidays"
          label={t('calendar.holidays')}
          extra={t('calendar.daysHint', { count: schedule.holidays.length })}
        >
          <Input.TextArea autoSize={{ minRows: 4 }} placeholder={'01-01~01-03\n02-05~02-11'} />
        </Form.Item>
        <Form.Item
          name="makeUpDays"
          label={t('calendar.makeUpDays')}
          extra={t('calendar.daysHint', { count: schedule.makeUpDays.length })}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} placeholder="02-14 02-28" />
        </Form.Item>
        {wrong.length > 0 && (
          <ul className="note-box amber">
            {wrong.slice(0, 8).map((one) => (
              <li key={one.path}>{say(one.message)}</li>
            ))}
          </ul>
        )}
        <Button
          type="primary"
          htmlType="submit"
          disabled={!typed?.holidays?.trim() || wrong.length > 0}
          loading={send.isPending}
        >
          {t('calendar.import')}
        </Button>
      </Form>
    </section>
  );
}
