import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { PrismaClient } from './generated/client.ts';

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

/** The database, as every process of the service reaches it. Call `$disconnect()` to close its pool. */
export const createPrisma = (databaseUrl: string, options: PrismaOptions = {}): Prisma =>
  new PrismaClient({ adapter: new PrismaPg(poolConfig(databaseUrl, options)) });

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
