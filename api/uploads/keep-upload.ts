/** Recognises an upload by its content, looks into it, and only then stores it. */
import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import type { Prisma } from '../../prisma/client.ts';
import { storageKey } from '../../storage.ts';
import type { Storage } from '../../storage.ts';
import { Problem } from '../problems.ts';
import { fileKinds } from './file-kinds.ts';
import type { Upload } from './receive-upload.ts';
import { refuseBomb } from './refuse-bomb.ts';

export async function keepUpload(
  { prisma, storage }: { prisma: Prisma; storage: Storage },
  { path, name, size }: Upload,
  uploadedById: string,
) {
  const mime = await recognised(path, name, size);
  const key = storageKey();
  const { sha256 } = await storage.put(key, createReadStream(path));
  try {
    return await prisma.file.create({ data: { uploadedById, name, mime, size, sha256, storageKey: key } });
  } catch (error) {
    await storage.remove(key);
    throw error;
  }
}

/** Throws FileTypeNotAllowed, FileTypeMismatch or FileUnsafe. */
export async function recognised(path: string, name: string, size: number): Promise<string> {
  const { mime } = (await fileTypeFromFile(path).catch(() => undefined)) ?? {};
  const kind = mime === undefined ? undefined : fileKinds[mime];
  if (mime === undefined || !kind) throw new Problem('FileTypeNotAllowed');
  const extension = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (!kind.extensions.includes(extension)) throw new Problem('FileTypeMismatch');
  if (kind.zip) await refuseBomb(path, size);
  return mime;
}
