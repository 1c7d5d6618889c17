/** A part that runs beside us. */
export interface Part {
  stop(): Promise<unknown>;
  /** For impatient people: ends it at once. */
  kill?(): void;
}

/** Thrown at whoever starts something while everything is being stopped. */
export class BeingStopped extends Error {}

/** Knows what was started, and stops it, last started first: at Ctrl-C, SIGTERM or a closed terminal, or when something failed. */
export class Closing {
  readonly #parts: { name: string; part: Part }[] = [];
  readonly #starting = new Set<Promise<unknown>>();
  #closed: Promise<never> | undefined;

  constructor() {
    let firstMs = 0;
    const asked = () => {
      if (firstMs === 0) {
        firstMs = Date.now();
        console.log('\n正在停止,再按一次 Ctrl-C 立即结束 · stopping; Ctrl-C once more ends at once');
        void this.closeAll(0);
      } else if (Date.now() - firstMs > 1_000) {
        // Sooner it is the same Ctrl-C, passed on by npm.
        this.#killAll();
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked);
  }

  get begun(): boolean {
    return this.#closed !== undefined;
  }

  /** Starts a part and remembers how to stop it. */
  async start<P extends Part>(name: string, start: () => Promise<P>): Promise<P> {
    if (this.begun) throw new BeingStopped();
    const starting = start();
    this.#starting.add(starting);
    try {
      const part = await starting;
      this.#parts.push({ name, part });
      return part;
    } finally {
      this.#starting.delete(starting);
    }
  }

  /** Stops everything and ends the process. */
  closeAll(code: number): Promise<never> {
    this.#closed ??= this.#close(code);
    return this.#closed;
  }

  async #close(code: number): Promise<never> {
    await Promise.allSettled(this.#starting);
    let failures = 0;
    for (const { name, part } of this.#parts.toReversed()) {
      await part.stop().catch((error: Error) => {
        failures += 1;
        console.error(`${name}: ${error.message}`);
      });
    }
    if (code === 0 && failures === 0) console.log('已停止 · stopped');
    process.exit(code || (failures > 0 ? 1 : 0));
  }

  #killAll(): never {
    for (const { part } of this.#parts.toReversed()) part.kill?.();
    process.exit(130);
  }
}
