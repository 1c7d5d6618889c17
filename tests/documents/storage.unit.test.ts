import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStorage, storageKey } from '../../storage.ts';
import type { Storage } from '../../storage.ts';

let directory: string;
let storage: Storage;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lianban-storage-'));
  storage = createStorage(pathToFileURL(join(directory, '文件 库')).href);
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('what is put comes back with its size and checksum, and again after a second put', async () => {
  const key = storageKey();
  await storage.put(key, Buffer.from('第一版'));
  const stored = await storage.put(key, Readable.from([Buffer.from('第二'), Buffer.from('版')]));

  expect(stored.size).toBe(9);
  expect(stored.sha256).toBe('11b8dabcaf337e8aa119e31120d5b317c1dd310758fd35552251eaa5cc928589');
  expect((await storage.get(key)).toString()).toBe('第二版');
  expect(await text(storage.stream(key))).toBe('第二版');
});

test('a source that breaks stores nothing and leaves nothing behind', async () => {
  const key = '2026-11/broken';
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('connection lost');
    })(),
  );

  await expect(storage.put(key, broken)).rejects.toThrow('connection lost');
  await expect(storage.get(key)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readdir(join(directory, '文件 库', '2026-11'))).toEqual([]);
});

test('removing twice is fine', async () => {
  const key = storageKey();
  await storage.put(key, Buffer.from('x'));
  await storage.remove(key);
  await storage.remove(key);
  await expect(storage.get(key)).rejects.toMatchObject({ code: 'ENOENT' });
});

test.each(['../outside', '/../../etc/passwd', 'a/../../b', '', 'a\0b'])(
  'the key %j cannot leave the directory',
  async (key) => {
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow('leaves the storage directory');
    expect(() => storage.stream(key)).toThrow('leaves the storage directory');
  },
);

test('another scheme is refused by the name of the setting', () => {
  expect(() => createStorage('ftp://files')).toThrow('STORAGE_URL');
});
