import { useQuery } from '@tanstack/react-query';
import { InputNumber } from 'antd';
import { useState } from 'react';
import { dayOf } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { DayField } from '../form/day-field.tsx';

/** 时限推算: a start day, some working days, and how the end came about. */
export function DeadlineTrial() {
  const { t, say } = useWords();
  const [start, setStart] = useState(() => dayOf(new Date()));
  const [workingDays, setWorkingDays] = useState(5);
  const query = { start, workingDays };
  const { data } = useQuery({ queryKey: ['calendar', query], queryFn: () => api.getDeadline({ query }) });
  return (
    <section className="card">
      <h2>{t('calendar.trial')}</h2>
      <p className="trial">
        <DayField value={start} onChange={(day) => day && setStart(day)} aria-label={t('case.start')} />
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
