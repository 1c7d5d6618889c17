import { useQuery } from '@tanstack/react-query';
import { DatePicker, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';

/** 时限推算: a start day, some working days, and how the end came about. */
export function DeadlineTrial() {
  const { t, say } = useWords();
  const [start, setStart] = useState(dayjs());
  const [workingDays, setWorkingDays] = useState(5);
  const query = { start: start.format('YYYY-MM-DD'), workingDays };
  const { data } = useQuery({ queryKey: ['calendar', query], queryFn: () => api.getDeadline({ query }) });
  return (
    <section className="card">
      <h2>{t('calendar.trial')}</h2>
      <p className="trial">
        <DatePicker
          value={start}
          allowClear={false}
          onChange={(day) => day && setStart(day)}
          aria-label={t('case.start')}
        />
        <InputNumber
          min={1}
          max={250}
          value={workingDays}
          suffix={t('calendar.workingDays')}
          aria-label={t('calendar.workingDays')}
          onChange={(count) => count && setWorkingDays(count)}
        />
      </p>
      {data && <p>{say(data.derivation.text)}</p>}
    </section>
  );
}
