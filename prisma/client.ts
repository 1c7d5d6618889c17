import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import type { PoolConfig } from 'pg';
import { PrismaClient } from './generated/client.ts';
import type { Prisma as Generated } from './generated/client.ts';
import { statementNames } from './statement-names.ts';

export type Prisma = PrismaClient;

export interface PrismaOptions {
  /** Connections this process may hold. */
  poolSize?: number;
  /**
   * Take the role `lianban_service` on every connection, for a login that owns the tables: the service itself must not be able
   * to change or delete a row of `event` or `security_event`. Needless where the login is only a member of that role.
   */
  asService?: boolean;
}

const nameOf = statementNames();
const pools = new WeakMap<object, Pool>();

/** The database, as every process of the service reaches it. Call `$disconnect()` to close its pool. */
export function createPrisma(databaseUrl: string, options: PrismaOptions = {}): Prisma {
  const pool = new Pool(poolConfig(databaseUrl, options));
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: ({ sql }) => nameOf(sql) });
  const prisma = new PrismaClient({ adapter });
  pools.set(prisma, pool);
  return prisma;
}

/**
 * One statement on Prisma's pool without Prisma's client between, which costs several times the driver's own work: for the few statements
 * every decision consists of (docs/decisions/0009). Rows come as the driver reads them: `bigint` and `numeric` as text. Within
 * a transaction it is an ordinary `$queryRaw`. Throws the driver's errors, with the SQLSTATE as `code`.
 */
export async function statement<Row extends object>(
  through: Prisma | Generated.TransactionClient,
  sql: Generated.Sql,
): Promise<Row[]> {
  const pool = pools.get(through);
  if (!pool) return through.$queryRaw<Row[]>(sql);
  const { rows } = await pool.query<Row>({ name: nameOf(sql.text), text: sql.text, values: sql.values });
  return rows;
}

function poolConfig(databaseUrl: string, { poolSize = 10, asService = false }: PrismaOptions): PoolConfig {
  return {
    connectionString: databaseUrl,
    max: poolSize,
    // A server that does not answer is a 503 within seconds, not a request that hangs.
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'lianban',
    ...(asService ? { options: '-c role=lianban_service' } : {}),
  };
}
