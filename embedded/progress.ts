export interface Progress {
  /** Runs a step and prints a line when it is done, with the seconds it took. */
  step<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** A remark within a step. */
  say(line: string): void;
}

/** Plain lines: they read the same in a terminal, a log file and a CI run. */
export function createProgress(print: (line: string) => void = console.log): Progress {
  return {
    async step(name, run) {
      const startedMs = Date.now();
      print(`  … ${name}`);
      const result = await run();
      print(`  ✓ ${name} (${((Date.now() - startedMs) / 1000).toFixed(1)} s)`);
      return result;
    },
    say: (line) => print(`    ${line}`),
  };
}
