import { useState } from 'react';
import type { DecideAction } from '../../api/contract/actions.ts';
import type { ResubmissionRoute, Verdict } from '../../processes/case.ts';
import { formatYuan, readMoney } from '../../processes/money.ts';
import { useWords } from '../words/language.ts';
import { ActFiles } from './act-files.tsx';

export type FieldValues = Record<string, number | string | string[]>;

interface Props {
  token: string;
  action: DecideAction;
  verdict: Verdict | undefined;
  returnTo: string;
  onReturnTo: (to: string) => void;
  resubmission: ResubmissionRoute | undefined;
  onResubmission: (route: ResubmissionRoute) => void;
  data: FieldValues;
  onData: (values: FieldValues) => void;
  /** Files are on their way: sending waits for them. */
  onBusy: (busy: boolean) => void;
}

/** What a verdict asks besides an opinion: where a return leads, the stage's own numbers and names. */
export function ActFields({
  token,
  action,
  verdict,
  returnTo,
  onReturnTo,
  resubmission,
  onResubmission,
  data,
  onData,
  onBusy,
}: Props) {
  const { t, say } = useWords();
  if (verdict === 'return') {
    return (
      <>
        {action.returnTo.length > 0 && (
          <label className="field">
            <span>{t('act.returnTo')}</span>
            <select value={returnTo} onChange={(event) => onReturnTo(event.target.value)}>
              {action.returnTo.map((target) => (
                <option key={target.value} value={target.value}>
                  {say(target.name)}
                </option>
              ))}
            </select>
          </label>
        )}
        {action.resubmission.length > 1 && (
          <fieldset className="field plain">
            <legend>{t('act.afterwards')}</legend>
            {action.resubmission.map((route) => (
              <label key={route.value}>
                <input
                  type="radio"
                  name="resubmission"
                  checked={resubmission === route.value}
                  onChange={() => onResubmission(route.value)}
                />{' '}
                {say(route.label)}
              </label>
            ))}
          </fieldset>
        )}
      </>
    );
  }
  if (verdict !== 'approve') return null;
  return action.fields.map((field) =>
    field.kind === 'files' ? (
      <ActFiles
        key={field.name}
        token={token}
        label={say(field.label)}
        max={field.max}
        onChange={(ids) => onData({ ...data, [field.name]: ids })}
        onBusy={onBusy}
      />
    ) : (
      <ActField
        key={field.name}
        field={field}
        value={data[field.name]}
        onChange={(value) => onData({ ...data, [field.name]: value })}
      />
    ),
  );
}

/** Yuan as people write them; what can be read is sent as fen, and shown in full once the field is left. */
function MoneyInput({ value, onChange }: Pick<FieldProps, 'value' | 'onChange'>) {
  const [typing, setTyping] = useState<string | null>(null);
  const kept = typeof value === 'number' ? formatYuan(value) : typeof value === 'string' ? value : '';
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={typing ?? kept}
      onChange={(event) => {
        setTyping(event.target.value);
        const read = readMoney(event.target.value);
        onChange(read.ok ? read.fen : event.target.value);
      }}
      onBlur={() => setTyping(null)}
    />
  );
}

interface FieldProps {
  field: Exclude<DecideAction['fields'][number], { kind: 'files' }>;
  value: FieldValues[string] | undefined;
  onChange: (value: FieldValues[string]) => void;
}

function ActField({ field, value, onChange }: FieldProps) {
  const { t, say } = useWords();
  switch (field.kind) {
    case 'number':
      return (
        <label className="field">
          <span>{say(field.label)}</span>
          <input
            type="number"
            step="any"
            placeholder={`${field.min}–${field.max}`}
            inputMode="decimal"
            min={field.min}
            max={field.max}
            value={typeof value === 'number' && !Number.isNaN(value) ? String(value) : ''}
            onChange={(event) => onChange(event.target.valueAsNumber)}
          />
        </label>
      );
    case 'money':
      return (
        <label className="field">
          <span>
            {say(field.label)}（{formatYuan(field.minFen)}–{formatYuan(field.maxFen)} 元）
          </span>
          <MoneyInput value={value} onChange={onChange} />
        </label>
      );
    case 'text':
      return (
        <label className="field">
          <span>{say(field.label)}</span>
          {field.multiline ? (
            <textarea
              rows={4}
              maxLength={field.maxLength}
              value={typeof value === 'string' ? value : ''}
              onChange={(event) => onChange(event.target.value)}
            />
          ) : (
            <input
              type="text"
              maxLength={field.maxLength}
              autoComplete="off"
              value={typeof value === 'string' ? value : ''}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </label>
      );
    case 'day':
      return (
        <label className="field">
          <span>{say(field.label)}</span>
          <input
            type="date"
            max="9999-12-31"
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => onChange(event.target.value)}
          />
        </label>
      );
    case 'choice':
      return (
        <fieldset className="field plain">
          <legend>{say(field.label)}</legend>
          {field.options.map((option) => (
            <label key={option.value}>
              <input
                type="radio"
                name={field.name}
                checked={value === option.value}
                onChange={() => onChange(option.value)}
              />{' '}
              {say(option.label)}
            </label>
          ))}
        </fieldset>
      );
    case 'people': {
      const named = Array.isArray(value) ? value : [];
      return (
        <fieldset className="field plain">
          <legend>
            {say(field.label)}（{t('act.nameSome', { count: field.count })}）
          </legend>
          {field.candidates.map((candidate) => (
            <label key={candidate.id}>
              <input
                type="checkbox"
                checked={named.includes(candidate.id)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...named, candidate.id] : named.filter((one) => one !== candidate.id),
                  )
                }
              />{' '}
              {candidate.name}
              {candidate.unit && <span className="soft">　{say(candidate.unit.name)}</span>}
            </label>
          ))}
        </fieldset>
      );
    }
  }
}
