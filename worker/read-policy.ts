import { readFile } from 'node:fs/promises';
import { parsePolicy } from '../processes/policy.ts';
import type { Policy } from '../processes/policy.ts';

/** Throws a `PolicyError` naming every problem, or an error naming the file. */
export async function readPolicy(file: string): Promise<Policy> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Error(`POLICY_FILE ${file}: ${error.message}`);
  });
  return parsePolicy(asJson(text, file));
}

function asJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`POLICY_FILE ${file}: ${(error as Error).message}`, { cause: error });
  }
}
