import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** Made at the first start and kept beside what they open. */
export interface Secrets {
  postgresOwner: string;
  postgresService: string;
  auth: string;
}

/** Reads the secrets of `file`, or makes them; the file is its owner's alone. */
export async function keptSecrets(file: string): Promise<Secrets> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as Secrets;
  const random = () => randomBytes(32).toString('base64url');
  const secrets: Secrets = { postgresOwner: random(), postgresService: random(), auth: random() };
  await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return secrets;
}
