import { Input } from 'antd';
import { useState } from 'react';
import { formatYuan, readMoney } from '../../../processes/money.ts';
import type { FieldSchema } from './field-schema.ts';

interface Props {
  id?: string;
  /** Fen; or the text as typed, while it is no amount: the server says why. */
  value?: number | string;
  onChange?: (value: number | string | undefined) => void;
  limits: FieldSchema['money'];
}

/** Yuan as people write or paste them (`1,200,000.00元`); the form holds whole fen. */
export function MoneyField({ id, value, onChange, limits }: Props) {
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <Input
      id={id}
      value={typing ?? sayYuan(value)}
      inputMode="decimal"
      autoComplete="off"
      suffix="元"
      onChange={(event) => {
        const text = event.target.value;
        setTyping(text);
        const read = readMoney(text, limits);
        if (text.trim() === '') onChange?.(undefined);
        else onChange?.(read.ok ? read.fen : text);
      }}
      // What was understood is shown in full, so that a digit too many is seen.
      onBlur={() => setTyping(null)}
    />
  );
}

const sayYuan = (value: number | string | undefined): string =>
  typeof value === 'number' && Number.isSafeInteger(value) ? formatYuan(value) : String(value ?? '');
