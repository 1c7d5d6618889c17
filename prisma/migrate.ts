import { everything, migrationList, withSchemaEngine } from './schema-engine.ts';

/**
 * Brings a database to the newest migration and returns the names of those applied now. It keeps Prisma's own
 * `_prisma_migrations` table, so that `prisma migrate deploy` may be used instead. Safe to run twice and in two processes.
 * `ownerUrl` needs the right to create tables and roles.
 */
export const migrate = (ownerUrl: string): Promise<string[]> =>
  withSchemaEngine(ownerUrl, async (engine) => {
    const migrationsList = await migrationList();
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: everything });
    return appliedMigrationNames;
  });
