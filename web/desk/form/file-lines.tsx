import { CloseOutlined, DeleteOutlined, PaperClipOutlined, ReloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Problem } from '../../../api/contract/problem.ts';
import { saySize } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { isOutage, problemOf } from '../api.ts';
import { fileFacts, maxBytes, rememberFile, upload } from './upload.ts';

export function UploadedFile({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useWords();
  const { data, isError } = useQuery({
    queryKey: ['file', id],
    queryFn: () => fileFacts(id),
    staleTime: Infinity,
    retry: 1,
  });
  const name = data?.name ?? (isError ? t('files.gone') : '…');
  return (
    <li>
      <PaperClipOutlined aria-hidden="true" />
      <a href={`/api/v1/files/${id}`} className={isError ? 'slot-name wrong' : 'slot-name'}>
        {name}
      </a>
      {data && data.size > 0 && <small>{saySize(data.size)}</small>}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={t('files.remove', { name })}
        onClick={onRemove}
      />
    </li>
  );
}

/** Starts by itself; says why it stopped and starts again when asked. */
export function UploadingFile({
  file,
  onDone,
  onCancel,
}: {
  file: File;
  onDone: (id: string) => void;
  onCancel: () => void;
}) {
  const { t } = useWords();
  const [attempt, setAttempt] = useState(1);
  const [percent, setPercent] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const done = useEffectEvent(onDone);
  const tooLarge = file.size > maxBytes;
  useEffect(() => {
    if (tooLarge) return;
    const stop = new AbortController();
    upload(file, setPercent, stop.signal).then(
      (kept) => {
        rememberFile(kept);
        done(kept.id);
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setProblem(problemOf(error));
      },
    );
    return () => stop.abort();
  }, [file, tooLarge, attempt]);
  const again = () => {
    setProblem(undefined);
    setPercent(0);
    setAttempt(attempt + 1);
  };
  const wrong = tooLarge
    ? t('files.tooLarge', { size: saySize(maxBytes) })
    : problem && (isOutage(problem) ? t('files.unreachable') : problem.detail || problem.title || t('problem.unknown'));
  return (
    <li>
      <PaperClipOutlined aria-hidden="true" />
      <span className="slot-name">
        {file.name}
        {wrong ? (
          <small className="wrong" role="alert">
            {wrong}
          </small>
        ) : (
          <Progress
            percent={percent}
            size="small"
            showInfo={false}
            aria-label={t('files.progress', { name: file.name })}
          />
        )}
      </span>
      {wrong && !tooLarge && (
        <Button type="text" size="small" icon={<ReloadOutlined aria-hidden="true" />} onClick={again}>
          {t('files.retry')}
        </Button>
      )}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label={t('files.cancel', { name: file.name })}
        onClick={onCancel}
      />
    </li>
  );
}
