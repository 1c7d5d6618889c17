/** Milliseconds of many calls, as one compares them. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export interface Measured {
  p50Ms: number;
  p95Ms: number;
  /** CPU of every process involved, a call. */
  cpuMs: number;
  callsASecond: number;
}

/** Runs the calls with so many at a time and measures each and all. */
export async function measure(calls: (() => Promise<unknown>)[], concurrency: number, cpuSeconds: () => number): Promise<Measured & { times: number[] }> {
  const times: number[] = [];
  const waiting = [...calls];
  const cpuBefore = cpuSeconds();
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let call = waiting.shift(); call; call = waiting.shift()) {
        const beforeMs = performance.now();
        await call();
        times.push(performance.now() - beforeMs);
      }
    }),
  );
  const seconds = (performance.now() - startedMs) / 1000;
  return {
    times,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    cpuMs: ((cpuSeconds() - cpuBefore) * 1000) / calls.length,
    callsASecond: calls.length / seconds,
  };
}
