import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { LogLevel } from '@temporalio/worker';
import { pino } from 'pino';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const satisfies Record<
  LogLevel,
  string
>;

export const log = pino({ base: { process: 'worker' }, level: 'info' });

/** One JSON line an event, the SDK's own included; call it before the first connection. */
export function logAt(level: string): void {
  log.level = level;
  const logger = new DefaultLogger('DEBUG', ({ level: of, message, meta }) => log[levels[of]](meta ?? {}, message));
  Runtime.install({ logger });
}
