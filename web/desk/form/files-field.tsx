import { CameraOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { saySize } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import type { FieldSchema } from './field-schema.ts';
import { UploadedFile, UploadingFile } from './file-lines.tsx';
import { accepted, maxBytes } from './upload.ts';

interface Props {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  schema: FieldSchema;
  label: string;
}

/** An evidence slot: uploads run on by themselves, each may be cancelled or tried again; the form keeps only ids. */
export function FilesField({ id, value = [], onChange, schema, label }: Props) {
  const { t } = useWords();
  const [coming, setComing] = useState<{ key: string; file: File }[]>([]);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  /** The ids as of now: two uploads may end before the form hands the first one back. */
  const ids = useRef(value);
  useEffect(() => {
    ids.current = value;
  }, [value]);
  const max = schema.maxItems ?? 10;
  const room = max - value.length - coming.length;
  const take = (files: File[]) =>
    setComing((before) => [
      ...before,
      ...files.slice(0, Math.max(0, room)).map((file) => ({ key: crypto.randomUUID(), file })),
    ]);
  /** A phone opens its camera, or offers gallery and files. */
  const choose = (photo: boolean) => {
    input.current?.toggleAttribute('capture', photo);
    if (input.current) input.current.accept = photo ? 'image/jpeg,image/png' : accepted;
    input.current?.click();
  };
  const gone = (key: string) => setComing((before) => before.filter((one) => one.key !== key));
  const change = (next: string[]) => {
    ids.current = next;
    onChange?.(next);
  };
  return (
    <div
      className={over ? 'slot over' : 'slot'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
    >
      <ul className="slot-files">
        {value.map((fileId) => (
          <UploadedFile key={fileId} id={fileId} onRemove={() => change(ids.current.filter((one) => one !== fileId))} />
        ))}
        {coming.map(({ key, file }) => (
          <UploadingFile
            key={key}
            file={file}
            onDone={(fileId) => {
              gone(key);
              change([...ids.current, fileId]);
            }}
            onCancel={() => gone(key)}
          />
        ))}
      </ul>
      {room > 0 && (
        <>
          <Button
            id={id}
            icon={<UploadOutlined aria-hidden="true" />}
            onClick={() => choose(false)}
            aria-label={t('files.addTo', { label })}
          >
            {t('files.add')}
          </Button>
          <Button
            className="only-touch"
            icon={<CameraOutlined aria-hidden="true" />}
            onClick={() => choose(true)}
            aria-label={t('files.photoOf', { label })}
          >
            {t('files.photo')}
          </Button>
          <span className="slot-hint">{t('files.hint', { size: saySize(maxBytes), max })}</span>
        </>
      )}
      <input
        ref={input}
        type="file"
        multiple={max > 1}
        accept={accepted}
        style={{ display: 'none' }}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
