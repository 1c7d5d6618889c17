/** Looks into a zip by unpacking it to nowhere, within limits: what the directory inside claims is not believed. */
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { Problem } from '../problems.ts';

const MAX_ENTRIES = 2_000;
const MAX_UNPACKED_BYTES = 120 * 1024 * 1024;
/** Office XML packs to a tenth; small entries may pack better, so the ratio counts from 1 MB on. */
const MAX_RATIO = 100;
const RATIO_FROM_BYTES = 1024 * 1024;

/** Throws FileUnsafe for a bomb or a broken zip. */
export async function refuseBomb(path: string, packedBytes: number): Promise<void> {
  let unpacked = 0;
  let entries = 0;
  try {
    const zip = await openPromise(path, { validateEntrySizes: true, strictFileNames: true });
    try {
      for await (const entry of zip.eachEntry()) {
        entries += 1;
        if (entries > MAX_ENTRIES || entry.isEncrypted()) throw new Problem('FileUnsafe');
        if (entry.fileName.endsWith('/')) continue;
        await pipeline(
          await zip.openReadStreamPromise(entry),
          new Writable({
            write(chunk: Buffer, _encoding, done) {
              unpacked += chunk.length;
              const tooMuch =
                unpacked > MAX_UNPACKED_BYTES || (unpacked > RATIO_FROM_BYTES && unpacked > packedBytes * MAX_RATIO);
              done(tooMuch ? new Problem('FileUnsafe') : null);
            },
          }),
        );
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('FileUnsafe', {}, { cause: error });
  }
}
