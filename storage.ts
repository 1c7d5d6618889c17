/** Where uploaded and produced files lie: a directory (`file:///srv/lianban/files`), shared by every API and worker process. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

export interface Stored {
  /** Bytes. */
  size: number;
  /** Hex. */
  sha256: string;
}

export interface Storage {
  /** Whole or not at all: a reader never sees half a file. Putting a key again replaces it. A failing source stream rejects and stores nothing. */
  put(key: string, content: Readable | Uint8Array): Promise<Stored>;
  /** Throws an Error with code `ENOENT` when the key is not there. */
  get(key: string): Promise<Buffer>;
  /** As `get`, for large files: the stream emits the error. */
  stream(key: string): Readable;
  /** A key that is not there is fine: removing is safe to run twice. */
  remove(key: string): Promise<void>;
}

/** A fresh key, spread over months so that no directory grows without end; it tells nothing of the file. */
export const storageKey = (now = new Date()) => `${now.toISOString().slice(0, 7)}/${randomUUID()}`;

/** `storageUrl` is a `file:` URL of a directory (made when missing). Throws for any other scheme. */
export function createStorage(storageUrl: string): Storage {
  const url = new URL(storageUrl);
  if (url.protocol !== 'file:') throw new Error(`STORAGE_URL: only file: URLs are supported, not ${url.protocol}`);
  const root = resolve(fileURLToPath(url));
  const place = (key: string) => placeOf(root, key);

  return {
    async put(key, content) {
      const target = place(key);
      const temporary = `${target}.${randomUUID()}.part`;
      await mkdir(dirname(target), { recursive: true });
      const { tap, stored } = measuring();
      const file = await open(temporary, 'wx', 0o640);
      try {
        // flush: the row that names the file must never outlive the bytes after a power cut.
        const source = content instanceof Readable ? content : Readable.from([content]);
        await pipeline(source, tap, file.createWriteStream({ flush: true }));
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      return stored();
    },
    get: async (key) => readFile(place(key)),
    stream: (key) => createReadStream(place(key)),
    remove: async (key) => rm(place(key), { force: true }),
  };
}

function placeOf(root: string, key: string): string {
  const target = resolve(join(root, key));
  if (!target.startsWith(root + sep) || key.includes('\0')) throw new Error('Storage key leaves the storage directory');
  return target;
}

function measuring() {
  const hash = createHash('sha256');
  let size = 0;
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { tap, stored: (): Stored => ({ size, sha256: hash.digest('hex') }) };
}
