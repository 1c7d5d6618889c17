import { PARTS, perPart, type Part, type PerPart } from './processes.ts';

/** Of many values, the one that so large a share lies below. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export interface Measured {
  p50Ms: number;
  p95Ms: number;
  /** CPU a call, of the parts that take part in it. */
  cpuMs: number;
  cpuMsOf: PerPart;
  parts: readonly Part[];
  callsASecond: number;
}

interface Measuring {
  concurrency: number;
  cpuSeconds: () => PerPart;
  parts: readonly Part[];
  /** Calls one job makes; each tells its time. */
  callsAJob: number;
}

/** Runs the jobs with so many at a time; `tell` takes the milliseconds of each call. */
export async function measure(
  jobs: ((tell: (ms: number) => void) => Promise<unknown>)[],
  { concurrency, cpuSeconds, parts, callsAJob }: Measuring,
): Promise<Measured> {
  const times: number[] = [];
  const waiting = [...jobs];
  const calls = jobs.length * callsAJob;
  const cpuBefore = cpuSeconds();
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let job = waiting.shift(); job; job = waiting.shift()) await job((ms) => times.push(ms));
    }),
  );
  const seconds = (performance.now() - startedMs) / 1000;
  const cpuAfter = cpuSeconds();
  const cpuMsOf = perPart((part) => ((cpuAfter[part] - cpuBefore[part]) * 1000) / calls);
  return {
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    cpuMs: parts.reduce((sum, part) => sum + cpuMsOf[part], 0),
    cpuMsOf,
    parts,
    callsASecond: calls / seconds,
  };
}

/** The middle of several rounds, each figure on its own. */
export function middle(rounds: Measured[]): Measured {
  const of = (pick: (round: Measured) => number) => percentile(rounds.map(pick), 0.5);
  return {
    p50Ms: of(({ p50Ms }) => p50Ms),
    p95Ms: of(({ p95Ms }) => p95Ms),
    cpuMs: of(({ cpuMs }) => cpuMs),
    cpuMsOf: perPart((part) => of(({ cpuMsOf }) => cpuMsOf[part])),
    parts: rounds[0]?.parts ?? PARTS,
    callsASecond: of(({ callsASecond }) => callsASecond),
  };
}
