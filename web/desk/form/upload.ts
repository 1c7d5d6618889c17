/** Uploads of the signed-in pages: one file to the server, and what is known of those a draft names. */
import { ProblemError, routeUrl } from '../../../api/contract/client.ts';
import { uploadFile, type FileView } from '../../../api/contract/drafts.ts';
import { sendFile } from '../../pieces/send-file.ts';

export { accepted, maxBytes } from '../../pieces/send-file.ts';

/** Throws the problem document as ProblemError. */
export const upload = async (
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<FileView> => {
  const answer = await sendFile(routeUrl(uploadFile), file, onProgress, signal);
  if ('kept' in answer) return answer.kept;
  throw new ProblemError({ type: 'about:blank', title: '', detail: '', code: 'Unreachable', ...answer.refused });
};

const names = new Map<string, { name: string; size: number }>();

export const rememberFile = ({ id, name, size }: { id: string; name: string; size: number }): void => {
  names.set(id, { name, size });
};

/** Name and size of an upload a draft refers to: known from this page, else read from the download's headers. */
export const fileFacts = async (id: string): Promise<{ name: string; size: number }> => {
  const known = names.get(id);
  if (known) return known;
  const response = await fetch(`/api/v1/files/${encodeURIComponent(id)}`, {
    method: 'HEAD',
    credentials: 'same-origin',
  });
  if (!response.ok) throw new Error(`file ${id}: ${response.status}`);
  const disposition = response.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const facts = {
    name: encoded ? decodeURIComponent(encoded) : (/filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? id),
    size: Number(response.headers.get('Content-Length') ?? 0),
  };
  names.set(id, facts);
  return facts;
};
