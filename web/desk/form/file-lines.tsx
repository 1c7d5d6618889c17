import { CloseOutlined, DeleteOutlined, PaperClipOutlined, ReloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
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
      <PaperClipOutlined />
      <a href={`/api/v1/files/${id}`} className={isError ? 'wrong' : undefined}>
        {name}
      </a>
      {data && data.size > 0 && <small>{saySize(data.size)}</small>}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
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
  const [percent, setPercent] = useState(0);
  const [wrong, setWrong] = useState('');
  const stop = useRef(new AbortController());
  const done = useRef(onDone);
  done.current = onDone;
  const start = useCallback(async () => {
    setWrong('');
    setPercent(0);
    if (file.size > maxBytes) return setWrong(t('files.tooLarge', { size: saySize(maxBytes) }));
    const mine = new AbortController();
    stop.current = mine;
    try {
      const kept = await upload(file, setPercent, mine.signal);
      rememberFile(kept);
      done.current(kept.id);
    } catch (error) {
      if (mine.signal.aborted) return;
      const problem = problemOf(error);
      setWrong(isOutage(problem) ? t('files.unreachable') : problem.detail || problem.title || t('problem.unknown'));
    }
  }, [file, t]);
  useEffect(() => {
    void start();
    return () => stop.current.abort();
  }, [start]);
  return (
    <li>
      <PaperClipOutlined />
      <span>
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
      {wrong && file.size <= maxBytes && (
        <Button type="text" size="small" icon={<ReloadOutlined />} onClick={() => void start()}>
          {t('files.retry')}
        </Button>
      )}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('files.cancel', { name: file.name })}
        onClick={() => {
          stop.current.abort();
          onCancel();
        }}
      />
    </li>
  );
}
