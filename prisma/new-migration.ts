/**
 * `npm run migration -- <name>`: writes the SQL that leads from the migrations to schema.prisma into a new folder, for a person
 * to read and complete by hand. Needs no database of its own: it starts a throw-away one.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { throwAwayPostgres } from '../embedded/throw-away-postgres.ts';
import { schemaDrift } from './schema-drift.ts';
import { migrationsPath } from './schema-engine.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run migration -- <name in lower case with underscores>');
  process.exit(2);
}

const postgres = await throwAwayPostgres();
try {
  const script = await schemaDrift(postgres.ownerUrl);
  if (script === '') {
    console.log('schema.prisma and the migrations agree: nothing to write');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(migrationsPath, `${stamp}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'migration.sql'), script);
    console.log(`${script}\n-- written to ${folder}/migration.sql: read it before you commit it`);
  }
} finally {
  await postgres.stop();
}
