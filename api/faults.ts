/** Turns whatever was thrown into a Problem: a fault of what we depend on is a 503 with Retry-After, the rest a 500. */
import { isGrpcServiceError } from '@temporalio/client';
import { Problem } from './problems.ts';

/** gRPC status codes after which the same call may succeed: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE. */
const TRANSIENT_GRPC = new Set([4, 8, 14]);

/** Prisma: cannot reach, timed out, connection closed, pool exhausted, too many connections. */
const TRANSIENT_PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037']);

const TRANSIENT_SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

/** SQLSTATE: connection exceptions, cannot_connect_now, admin_shutdown, crash_shutdown, too_many_connections, read-only. */
const TRANSIENT_SQLSTATE = /^(08...|57P0[123]|53300|25006)$/;

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isBodyError(error)) return bodyProblem(error);
  if (error instanceof URIError) return new Problem('BadRequest');
  return isTransient(error)
    ? new Problem('Unavailable', { retryAfter: 5 }, { cause: error })
    : new Problem('Internal', {}, { cause: error });
}

/** Looks through `cause` and AggregateErrors: every library wraps the fault its own way. */
function isTransient(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 6) return false;
  if (isGrpcServiceError(error)) return TRANSIENT_GRPC.has(error.code);
  const { code, originalCode, kind, cause, meta, errors, message, name } = error as Record<string, unknown>;
  if (
    typeof code === 'string' &&
    (TRANSIENT_PRISMA.has(code) || TRANSIENT_SYSTEM.has(code) || TRANSIENT_SQLSTATE.test(code))
  )
    return true;
  if (typeof originalCode === 'string' && (TRANSIENT_SQLSTATE.test(originalCode) || TRANSIENT_SYSTEM.has(originalCode)))
    return true;
  // The pg adapter's own words for a server that is away.
  if (
    typeof kind === 'string' &&
    /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/.test(kind)
  )
    return true;
  // pg throws plain Errors for a connection that ended or timed out; it gives them no code.
  if (
    name === 'Error' &&
    typeof message === 'string' &&
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(message)
  )
    return true;
  const driver =
    typeof meta === 'object' && meta !== null ? (meta as Record<string, unknown>).driverAdapterError : undefined;
  return [cause, driver, ...(Array.isArray(errors) ? errors : [])].some((inner) => isTransient(inner, depth + 1));
}

interface BodyError {
  type: string;
  status: number;
}

/** Errors of express.json() and of raw-body carry a `type`. */
const isBodyError = (error: unknown): error is BodyError =>
  typeof error === 'object' && error !== null && 'type' in error && typeof error.type === 'string' && 'status' in error;

function bodyProblem(error: BodyError): Problem {
  switch (error.type) {
    case 'entity.too.large':
      return new Problem('TooLarge');
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new Problem('UnsupportedType');
    default:
      return new Problem('MalformedJson');
  }
}
