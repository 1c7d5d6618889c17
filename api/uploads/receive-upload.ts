/** One uploaded part named `file`, at most 20 MB, into a temporary file that is gone when the request is over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Request, Response } from 'express';
import multer from 'multer';
import { Problem } from '../problems.ts';
import { MAX_FILE_BYTES } from './file-kinds.ts';

export interface Upload {
  path: string;
  name: string;
  size: number;
}

/** Gives the received file to `use` and removes it afterwards, whatever happens. */
export async function receiveUpload<T>(
  request: Request,
  response: Response,
  use: (upload: Upload) => Promise<T>,
): Promise<T> {
  if (!request.is('multipart/form-data')) throw new Problem('UnsupportedType');
  const folder = await mkdtemp(join(tmpdir(), 'lianban-upload-'));
  const receive = multer({
    storage: multer.diskStorage({ destination: folder, filename: (_request, _file, done) => done(null, 'upload') }),
    limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 0, parts: 1, headerPairs: 20 },
    // Browsers send names as UTF-8 without saying so.
    defParamCharset: 'utf8',
  }).single('file');
  try {
    await new Promise<void>((resolve, reject) => {
      void receive(request, response, (error?: unknown) => (error ? reject(problemOfUpload(error)) : resolve()));
    });
    const { file } = request;
    if (!file) throw new Problem('FileMissing');
    return await use({ path: file.path, name: cleanName(file.originalname), size: file.size });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function problemOfUpload(error: unknown): Error {
  if (error instanceof multer.MulterError)
    return new Problem(error.code === 'LIMIT_FILE_SIZE' ? 'FileTooLarge' : 'FileMissing');
  // Busboy: a body that ends early or is no multipart at all.
  return error instanceof Error &&
    /Unexpected end of form|Malformed part header|Boundary not found/i.test(error.message)
    ? new Problem('FileMissing')
    : (error as Error);
}

/** Without folders, invisible and direction-changing characters (a `.exe` that reads as `.pdf`). */
export function cleanName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}"<>|:*?/]/gu, '')
    .trim();
  const [, stem = '', extension = ''] = /^(.*?)(\.[^.]{1,10})?$/su.exec(plain) ?? [];
  return `${[...stem].slice(0, 150).join('') || '附件'}${extension}`;
}
