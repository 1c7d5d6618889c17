/** One file to the server, with progress, which fetch cannot tell. */
import i18next from 'i18next';
import type { FileView } from '../../api/contract/drafts.ts';
import type { Problem } from '../../api/contract/problem.ts';

/** The server's own limits say the last word; these save a person the wait. */
export const maxBytes = 20 * 1024 * 1024;
export const accepted = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx';

/** The stored file, or why not; `status` 0 without an answer. Never rejects. */
export const sendFile = (
  url: string,
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<{ kept: FileView } | { refused: Partial<Problem> & { status: number } }> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'json';
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', i18next.language === 'en' ? 'en' : 'zh-CN');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    });
    const refuse = (problem: Partial<Problem>) => resolve({ refused: { ...problem, status: request.status } });
    request.addEventListener('load', () =>
      request.status === 201
        ? resolve({ kept: request.response as FileView })
        : refuse((request.response ?? {}) as Partial<Problem>),
    );
    request.addEventListener('error', () => refuse({}));
    request.addEventListener('abort', () => refuse({ code: 'Cancelled' }));
    signal.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file, file.name);
    request.send(body);
  });
