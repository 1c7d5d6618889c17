/** Histories of every branch, recorded once: running cases must go on under today's code. Never re-recorded to turn red green. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { temporal } from '@temporalio/proto';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';

type History = temporal.api.history.v1.IHistory;

const folder = join(import.meta.dirname, '..', 'histories');

/** Keeps a branch's history when it has none yet and `RECORD_HISTORIES=1` asks for it. An existing one is never overwritten. */
export function keepFirst(branch: string, history: History): void {
  const path = join(folder, `${branch}.json`);
  if (process.env.RECORD_HISTORIES !== '1' || existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  // One line a history: nobody reads it, and git compares it faster.
  writeFileSync(path, `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`);
}

export function savedHistories(): { branch: string; history: History }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .toSorted()
    .map((path) => ({
      branch: path.replace(/\.json$/, ''),
      history: historyFromJSON(JSON.parse(readFileSync(join(folder, path), 'utf8'))),
    }));
}
