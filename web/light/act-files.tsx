import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Problem } from '../../api/contract/problem.ts';
import { saySize } from '../pieces/moments.ts';
import { accepted, maxBytes, sendFile } from '../pieces/send-file.ts';
import { useWords } from '../words/language.ts';

interface Props {
  token: string;
  label: string;
  max: number;
  onChange: (ids: string[]) => void;
  onBusy: (busy: boolean) => void;
}

interface Chosen {
  key: string;
  file: File;
  /** Once the server has it. */
  id?: string;
  failed?: boolean;
}

/** Files of a report, added from the phone on which the mail was read; each runs on by itself and can be taken out again. */
export function ActFiles({ token, label, max, onChange, onBusy }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const settle = (key: string, end: Pick<Chosen, 'id' | 'failed'>) =>
    setChosen((all) => all.map((one) => (one.key === key ? { key, file: one.file, ...end } : one)));
  const take = (files: File[]) =>
    setChosen((all) => [...all, ...files.map((file) => ({ key: crypto.randomUUID(), file }))].slice(0, max));
  const tell = useEffectEvent((all: Chosen[]) => {
    onChange(all.flatMap(({ id }) => id ?? []));
    onBusy(all.some(({ id, failed }) => id === undefined && !failed));
  });
  useEffect(() => tell(chosen), [chosen]);
  return (
    <div className="field">
      <span>{label}</span>
      <ul className="act-files">
        {chosen.map(({ key, file }) => (
          <ActFile
            key={key}
            token={token}
            file={file}
            onEnd={(end) => settle(key, end)}
            onRemove={() => setChosen((all) => all.filter((one) => one.key !== key))}
          />
        ))}
      </ul>
      {chosen.length < max && (
        <button type="button" className="btn" onClick={() => input.current?.click()}>
          {t('act.filesAdd')}
        </button>
      )}
      <small className="soft block">{t('act.filesHint', { size: saySize(maxBytes), max })}</small>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accepted}
        aria-label={label}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}

interface FileProps {
  token: string;
  file: File;
  onEnd: (end: Pick<Chosen, 'id' | 'failed'>) => void;
  onRemove: () => void;
}

function ActFile({ token, file, onEnd, onRemove }: FileProps) {
  const { t } = useWords();
  const [percent, setPercent] = useState(0);
  const [refused, setRefused] = useState<Partial<Problem>>();
  const [attempt, setAttempt] = useState(1);
  const end = useEffectEvent(onEnd);
  const tooLarge = file.size > maxBytes;
  useEffect(() => {
    if (tooLarge) return end({ failed: true });
    const stop = new AbortController();
    void sendFile(`/api/v1/act/${encodeURIComponent(token)}/files`, file, setPercent, stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      if ('kept' in answer) return end({ id: answer.kept.id });
      setRefused(answer.refused);
      end({ failed: true });
    });
    return () => stop.abort();
  }, [token, file, tooLarge, attempt]);
  const again = () => {
    setRefused(undefined);
    setPercent(0);
    setAttempt(attempt + 1);
    onEnd({});
  };
  const wrong = tooLarge
    ? t('act.fileTooLarge', { size: saySize(maxBytes) })
    : refused && (refused.detail || refused.title || t('act.fileBroken'));
  return (
    <li>
      <span className="act-file-name">
        {file.name}
        {wrong ? (
          <small className="missing" role="alert">
            {wrong}
          </small>
        ) : percent < 100 ? (
          <progress max={100} value={percent} aria-label={t('act.fileComing', { name: file.name })} />
        ) : (
          <small className="soft">{saySize(file.size)}</small>
        )}
      </span>
      {wrong && !tooLarge && (
        <button type="button" className="btn" onClick={again}>
          {t('act.fileAgain')}
        </button>
      )}
      <button type="button" className="btn" aria-label={t('act.fileRemove', { name: file.name })} onClick={onRemove}>
        ✕
      </button>
    </li>
  );
}
