import { ApplicationFailure } from '@temporalio/common';
import { sqlState } from '../../prisma/fund-ledger.ts';

/**
 * A fault of the ledger without the database's own words, which are nobody's business outside it. Retryable when the database is away
 * or busy; not when it refused what was asked (data, constraint, permission, syntax), which only a mended program will change.
 */
export function ledgerFault(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  const state = sqlState(error);
  const defect = state ? /^(22|23|42|P0)/.test(state) : error instanceof TypeError || error instanceof RangeError;
  return defect
    ? ApplicationFailure.nonRetryable(`the ledger refused the posting (${state ?? String(error)})`, 'LedgerRefused')
    : ApplicationFailure.retryable(`the ledger cannot be reached (${state ?? 'no answer'})`, 'LedgerAway');
}
