import { DatePicker, Input, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import type { Light } from '../../../processes/meeting-action-items/lights.ts';
import type { UnitRef } from '../../../api/contract/shapes.ts';
import { useWords } from '../../words/language.ts';
import type { BoardAddress, useBoardAddress } from './board-address.ts';
import { LightMark } from './light-mark.tsx';

const shown: Light[] = ['red', 'orange', 'yellow', 'green', 'blue'];

interface Props {
  address: BoardAddress;
  change: ReturnType<typeof useBoardAddress>['change'];
  counts?: Record<Light, number>;
  units: UnitRef[];
  meetings: string[];
}

/** By light (each with its count), unit, meeting, due date and words. */
export function BoardFilters({ address, change, counts, units, meetings }: Props) {
  const { t, say } = useWords();
  const toggle = (light: Light) => {
    const on = new Set(address.lights);
    if (!on.delete(light)) on.add(light);
    change({ light: shown.filter((one) => on.has(one)).join(',') || undefined });
  };
  const { dueFrom, dueTo } = address;
  return (
    <section className="board-filters" aria-label={t('items.filter.name')}>
      <div className="light-chips">
        {shown.map((light) => (
          <button
            key={light}
            type="button"
            aria-pressed={address.lights.includes(light)}
            className={`light-chip ${light}`}
            onClick={() => toggle(light)}
          >
            <LightMark light={light} />
            <b>{counts?.[light] ?? '–'}</b>
          </button>
        ))}
      </div>
      <div className="filter-row">
        <Segmented
          value={address.state ?? 'open'}
          aria-label={t('items.filter.state.name')}
          onChange={(state) => change({ state: state === 'open' ? undefined : state })}
          options={(['open', 'closed', 'all'] as const).map((value) => ({
            value,
            label: t(`items.filter.state.${value}`),
          }))}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={address.unit}
          placeholder={t('items.filter.everyUnit')}
          aria-label={t('items.filter.unit')}
          onChange={(unit: string | undefined) => change({ unit })}
          options={units.map(({ id, name }) => ({ value: id, label: say(name) }))}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={address.meeting}
          placeholder={t('items.filter.everyMeeting')}
          aria-label={t('items.filter.meeting')}
          onChange={(meeting: string | undefined) => change({ meeting })}
          options={meetings.map((value) => ({ value, label: value }))}
        />
        <DatePicker.RangePicker
          allowEmpty={[true, true]}
          value={[dueFrom ? dayjs(dueFrom) : null, dueTo ? dayjs(dueTo) : null]}
          placeholder={[`${t('items.due')} ${t('items.filter.from')}`, t('items.filter.to')]}
          aria-label={t('items.filter.due')}
          onChange={(range) =>
            change({ dueFrom: range?.[0]?.format('YYYY-MM-DD'), dueTo: range?.[1]?.format('YYYY-MM-DD') })
          }
        />
        <Words q={address.q} onChange={(q) => change({ q })} />
      </div>
    </section>
  );
}

/** Typing asks once it rests. */
function Words({ q, onChange }: { q?: string; onChange: (q: string | undefined) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(q ?? '');
  const [seen, setSeen] = useState(q);
  // Cleared elsewhere, or another link was followed.
  if (seen !== q) {
    setSeen(q);
    setTyped(q ?? '');
  }
  useEffect(() => {
    if (typed === (q ?? '')) return;
    const waiting = setTimeout(() => onChange(typed.trim() || undefined), 300);
    return () => clearTimeout(waiting);
  });
  return (
    <Input.Search
      allowClear
      value={typed}
      placeholder={t('items.filter.search')}
      aria-label={t('items.filter.search')}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
