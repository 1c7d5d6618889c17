import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';

/** What the list of the inbox shows. */
export interface CaughtMail {
  /** Sorts by arrival. */
  id: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
}

export interface CaughtMails {
  keep(raw: Buffer, to: string[]): Promise<CaughtMail>;
  /** Newest first. */
  list(): CaughtMail[];
  /** Undefined where there is no such mail. */
  read(id: string): Promise<{ mail: ParsedMail; raw: Buffer } | undefined>;
  clear(): Promise<void>;
}

const MOST = 2_000;

/** Mails in a folder, one `.eml` and one `.json` each, so that they are still there after a second start. */
export async function caughtMails(folder: string): Promise<CaughtMails> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mails = await readAll(folder);
  let last = 0;

  return {
    async keep(raw, to) {
      const mail = await simpleParser(raw);
      last = Math.max(Date.now(), last + 1);
      const id = String(last);
      const caught = {
        id,
        at: new Date(last).toISOString(),
        from: mail.from?.text ?? '',
        to,
        subject: mail.subject ?? '',
      };
      await writeFile(join(folder, `${id}.eml`), raw, { mode: 0o600 });
      // The list reads the .json: it appears when the mail is whole.
      await writeFile(join(folder, `${id}.part`), JSON.stringify(caught), { mode: 0o600 });
      await rename(join(folder, `${id}.part`), join(folder, `${id}.json`));
      mails.unshift(caught);
      for (const old of mails.splice(MOST)) await forget(folder, old.id);
      return caught;
    },
    list: () => mails,
    async read(id) {
      if (!mails.some((mail) => mail.id === id)) return undefined;
      const raw = await readFile(join(folder, `${id}.eml`));
      return { raw, mail: await simpleParser(raw) };
    },
    async clear() {
      for (const old of mails.splice(0)) await forget(folder, old.id);
    },
  };
}

async function readAll(folder: string): Promise<CaughtMail[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const mails = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as CaughtMail),
  );
  return mails.sort((one, other) => other.id.localeCompare(one.id));
}

async function forget(folder: string, id: string) {
  for (const ending of ['json', 'eml']) await rm(join(folder, `${id}.${ending}`), { force: true });
}
