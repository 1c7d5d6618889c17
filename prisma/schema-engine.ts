/**
 * Prisma's schema engine as WebAssembly, so that migrating needs no binary from the network. The package is made for bundlers;
 * here the module is instantiated by hand.
 */
import { randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SqlQuery } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { types } from 'pg';
import type { FieldDef, PoolConfig } from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';

export const schemaPath = join(import.meta.dirname, 'schema.prisma');
export const migrationsPath = join(import.meta.dirname, 'migrations');

/** No table or enum of the database is managed by somebody else. */
export const everything: SchemaFilter = { externalTables: [], externalEnums: [] };

/** Lends an engine bound to one database. The login needs the rights of the tables' owner, and of making databases for a diff. */
export async function withSchemaEngine<T>(ownerUrl: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await instantiated();
  const databases = new MigratingPg(connection(ownerUrl));
  const datamodels: [string, string][] = [['schema.prisma', await readFile(schemaPath, 'utf8')]];
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(databases);
    const engine = await glue.SchemaEngine.new({ datamodels }, () => undefined, adapter);
    return await use(engine).finally(() => engine.free());
  } finally {
    await databases.close();
  }
}

/** The migrations as they lie in a folder, oldest first. */
export async function migrationList(baseDir = migrationsPath): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(join(baseDir, name, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  };
}

/** Parsed, since a `connectionString` would win over the name of the shadow database that the adapter sets beside it. */
const connection = (ownerUrl: string): PoolConfig => ({
  ...(parseIntoClientConfig(ownerUrl) as PoolConfig),
  // The engine's advisory lock, its transactions and its settings live on one connection.
  max: 1,
});

/**
 * The adapter, with three habits mended: it cuts a script at every semicolon, also inside a function's body (PostgreSQL takes it
 * whole, in one transaction); it drops the shadow database while it is still connected to it; and the engine leaves it open.
 */
class MigratingPg extends PrismaPg {
  readonly #config: PoolConfig;
  readonly #close: (() => Promise<unknown>)[] = [];

  constructor(config: PoolConfig) {
    super(config);
    this.#config = config;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      // `onError` words PostgreSQL's error so that the engine passes it on.
      await adapter
        .underlyingDriver()
        .query(script)
        .catch((error) => adapter['onError'](error));
    };
    knowSingleChars(adapter);
    const dispose = adapter.dispose.bind(adapter);
    let disposed: Promise<void> | undefined;
    adapter.dispose = () => (disposed ??= dispose());
    this.#close.unshift(adapter.dispose);
    return adapter;
  }

  override async connectToShadowDb() {
    const database = `lianban_shadow_${randomUUID()}`;
    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = new MigratingPg({ ...this.#config, database });
    this.#close.unshift(async () => {
      await shadow.close();
      await main.executeScript(`DROP DATABASE "${database}"`);
    });
    return shadow.connect();
  }

  async close() {
    for (const each of this.#close) await each();
  }
}

/**
 * The adapter does not know PostgreSQL's one-byte type `"char"`, in which parts of the catalogue that the engine reads are written:
 * it is passed by as text and named a character afterwards.
 */
function knowSingleChars(adapter: Awaited<ReturnType<PrismaPg['connect']>>) {
  const isSingleChar = new WeakMap<unknown[], boolean[]>();
  const performIO: (query: SqlQuery) => Promise<{ fields: FieldDef[]; rows: unknown[] }> =
    adapter['performIO'].bind(adapter);
  adapter['performIO'] = async (query: SqlQuery) => {
    const result = await performIO(query);
    const { fields } = result;
    const singleChars = fields.map((field) => field.dataTypeID === types.builtins.CHAR);
    isSingleChar.set(result.rows, singleChars);
    for (const field of fields) if (field.dataTypeID === types.builtins.CHAR) field.dataTypeID = types.builtins.TEXT;
    return result;
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const singleChars = isSingleChar.get(result.rows) ?? [];
    return {
      ...result,
      columnTypes: result.columnTypes.map((type, i) => (singleChars[i] ? ColumnTypeEnum.Character : type)),
    };
  };
}

let module: Promise<void> | undefined;

function instantiated(): Promise<void> {
  module ??= instantiate();
  return module;
}

async function instantiate() {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(join(dirname(script), 'schema_engine_bg.wasm'));
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  const { __wbg_set_wasm } = glue as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  __wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}
