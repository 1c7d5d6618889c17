/** What the parts of a running stack cost, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

export const PARTS = ['temporal', 'postgres', 'worker', 'api', 'bare worker', 'client'] as const;
export type Part = (typeof PARTS)[number];
export type PerPart = Record<Part, number>;

export const perPart = (value: (part: Part) => number): PerPart =>
  Object.fromEntries(PARTS.map((part) => [part, value(part)])) as PerPart;

interface Process {
  pid: number;
  parent: number;
  command: string;
  cpuSeconds: number;
}

const TICKS_A_SECOND = 100;

/** CPU seconds of each part since it began. `folder` is where the stack keeps its files. */
export const cpuSeconds = (folder: string): PerPart => sumOf(folder, (each) => each.cpuSeconds);

/** Memory of each part now, in MiB: what processes share (PostgreSQL's buffers) is counted once. */
export const memoryMiB = (folder: string): PerPart =>
  sumOf(folder, ({ pid }) => {
    const proportional = /Pss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(proportional ?? 0) / 1024;
  });

function sumOf(folder: string, cost: (each: Process) => number): PerPart {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (read(Number(name)) ?? []) : []));
  const byPid = new Map(all.map((each) => [each.pid, each]));
  const sum = perPart(() => 0);
  for (const each of all) {
    const part = partOf(each, byPid, folder);
    if (part) sum[part] += cost(each);
  }
  return sum;
}

/** Its own part, or that of who started it. */
function partOf(each: Process, byPid: Map<number, Process>, folder: string): Part | undefined {
  if (each.pid === process.pid) return 'client';
  // PostgreSQL has a session of its own and is nobody's child.
  if (each.command.includes(`${folder}/postgres`)) return 'postgres';
  const parent = byPid.get(each.parent);
  if (!parent) return undefined;
  if (parent.pid !== process.pid) return partOf(parent, byPid, folder);
  if (each.command.includes('start-dev')) return 'temporal';
  if (each.command.includes('bench/bare-worker')) return 'bare worker';
  if (each.command.includes('worker/main')) return 'worker';
  return each.command.includes('api/main') ? 'api' : undefined;
}

function read(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command stands in brackets and may hold spaces itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Its own, and those of children it has buried (PostgreSQL's closed connections).
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return {
      pid,
      parent: Number(fields[1]),
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(),
      cpuSeconds: ticks / TICKS_A_SECOND,
    };
  } catch {
    // Ended between the listing and the look.
    return undefined;
  }
}
