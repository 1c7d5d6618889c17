/** What processes cost, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

interface Process {
  pid: number;
  parent: number;
  command: string;
  /** CPU seconds, its own and those of children it has buried. */
  cpuSeconds: number;
  memoryMiB: number;
}

/** This process and everything it has started, with what those have started. */
export function family(): Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (read(Number(name)) ?? []) : []));
  const members = new Map<number, Process>();
  const add = (process: Process) => {
    members.set(process.pid, process);
    for (const child of all) if (child.parent === process.pid && !members.has(child.pid)) add(child);
  };
  const me = all.find(({ pid }) => pid === process.pid);
  if (me) add(me);
  return [...members.values()];
}

export const cpuSeconds = (): number => family().reduce((sum, each) => sum + each.cpuSeconds, 0);

function read(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command stands in brackets and may hold spaces itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return {
      pid,
      parent: Number(fields[1]),
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(),
      cpuSeconds: ticks / TICKS_A_SECOND,
      memoryMiB: Math.round(Number(resident ?? 0) / 1024),
    };
  } catch {
    // Ended between the listing and the look.
    return undefined;
  }
}
