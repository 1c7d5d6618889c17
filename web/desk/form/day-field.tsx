import { DatePicker, Grid, Input } from 'antd';
import dayjs from 'dayjs';

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** A day as YYYY-MM-DD: a calendar on desks, the phone's own picker on phones. */
export function DayField({ id, value, onChange }: Props) {
  const wide = Grid.useBreakpoint().md !== false;
  if (!wide) {
    return (
      <Input
        id={id}
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange?.(event.target.value || undefined)}
      />
    );
  }
  const day = value ? dayjs(value) : null;
  return (
    <DatePicker
      id={id}
      value={day?.isValid() ? day : null}
      style={{ width: '100%' }}
      format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD']}
      onChange={(chosen) => onChange?.(chosen ? chosen.format('YYYY-MM-DD') : undefined)}
    />
  );
}
