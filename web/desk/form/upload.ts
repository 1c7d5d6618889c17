/** One file to the server, with progress, which fetch cannot tell. Throws the problem document as ProblemError. */
import i18next from 'i18next';
import { ProblemError, routeUrl } from '../../../api/contract/client.ts';
import { uploadFile, type FileView } from '../../../api/contract/drafts.ts';
import type { Problem } from '../../../api/contract/problem.ts';

export const maxBytes = 20 * 1024 * 1024;
export const accepted = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx';

export const upload = (file: File, onProgress: (percent: number) => void, signal: AbortSignal): Promise<FileView> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', routeUrl(uploadFile));
    request.responseType = 'json';
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', i18next.language === 'en' ? 'en' : 'zh-CN');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    });
    const fail = (problem: Partial<Problem>) =>
      reject(
        new ProblemError({
          type: 'about:blank',
          status: request.status,
          title: '',
          detail: '',
          code: 'Unreachable',
          ...problem,
        }),
      );
    request.addEventListener('load', () =>
      request.status === 201
        ? resolve(request.response as FileView)
        : fail((request.response ?? {}) as Partial<Problem>),
    );
    request.addEventListener('error', () => fail({}));
    request.addEventListener('abort', () => fail({ code: 'Cancelled' }));
    signal.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file, file.name);
    request.send(body);
  });

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
