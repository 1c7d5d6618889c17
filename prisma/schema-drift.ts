import { readFile } from 'node:fs/promises';
import { everything, migrationList, schemaPath, withSchemaEngine } from './schema-engine.ts';

/**
 * SQL that leads from the migrations to schema.prisma; empty when they agree. The migrations are played into a passing shadow
 * database on the server at `ownerUrl`.
 */
export const schemaDrift = (ownerUrl: string): Promise<string> =>
  withSchemaEngine(ownerUrl, async (engine) => {
    const schema = { path: 'schema.prisma', content: await readFile(schemaPath, 'utf8') };
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await migrationList()) },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: everything,
    });
    const script = (stdout ?? '').trim();
    return script === '' || script.startsWith('-- This is an empty migration') ? '' : `${script}\n`;
  });
