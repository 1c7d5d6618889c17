import { Input } from 'antd';

interface Props {
  id?: string;
  value?: string;
  min?: string;
  onChange?: (value: string | undefined) => void;
  'aria-label'?: string;
}

/**
 * A day as YYYY-MM-DD in the browser's own field: typed digits and Enter always count, and phones bring their own picker.
 * (antd's picker lost one typed date in four when two of them were filled in turn.)
 */
export function DayField({ id, value, min, onChange, 'aria-label': label }: Props) {
  return (
    <Input
      id={id}
      type="date"
      value={value ?? ''}
      min={min}
      max="9999-12-31"
      aria-label={label}
      onChange={(event) => onChange?.(event.target.value || undefined)}
    />
  );
}
