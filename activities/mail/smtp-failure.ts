/** What went wrong with a mail, and when to try again. */

export interface SmtpFailure {
  /** The server could not be reached or let us in: nothing is wrong with the mail. */
  unreachable: boolean;
  /** Codes only: answers of mail servers quote addresses, and those belong in no log. */
  reason: string;
}

const unreachableCodes = [
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EPROTOCOL',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EPROXY',
];

export function smtpFailure(error: unknown): SmtpFailure {
  const { code, responseCode, command, name } = error as {
    code?: unknown;
    responseCode?: unknown;
    command?: unknown;
    name?: unknown;
  };
  const words = [code, responseCode, typeof command === 'string' ? command.split(/[\s:]/)[0] : undefined].filter(
    isCode,
  );
  return {
    unreachable: responseCode === 421 || unreachableCodes.includes(String(code)),
    reason: words.join(' ') || String(name ?? 'Error'),
  };
}

const isCode = (word: unknown) => (typeof word === 'string' && /^\w+$/.test(word)) || typeof word === 'number';

const MINUTE_MS = 60_000;
const LONGEST_MS = 4 * 60 * MINUTE_MS;
const LONGEST_UNREACHABLE_MS = 10 * MINUTE_MS;

/**
 * Wait before the next attempt, in milliseconds. A refused mail: 1, 2, 4 … minutes up to 4 hours. An unreachable server: from 30 s up to
 * 10 minutes, so that mail leaves soon after it is back, yet a mail that makes the server hang up does not hold up the others.
 */
export function waitBeforeRetryMs(attempts: number, { unreachable }: Pick<SmtpFailure, 'unreachable'>): number {
  const doubled = 2 ** Math.min(Math.max(attempts, 1) - 1, 20);
  return unreachable
    ? Math.min(MINUTE_MS * 0.5 * doubled, LONGEST_UNREACHABLE_MS)
    : Math.min(MINUTE_MS * doubled, LONGEST_MS);
}
