/** Every setting, read from the environment and checked once, at the start of a process. Nothing else reads the environment. */
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Where this project lies; relative paths in settings start here. */
export const projectRoot = import.meta.dirname;

const url = (schemes: string[], rule: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), rule);
const path = z.string().transform((text) => resolve(projectRoot, text));
const databaseUrl = url(
  ['postgresql:', 'postgres:'],
  'must be a URL like postgresql://user:password@host:5432/database',
);
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number from 1 to 65535')
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, 'must be a whole number from 1 to 65535');

const QUEUES = ['cases', 'mail', 'rounds'] as const;
export type Queue = (typeof QUEUES)[number];
const queues = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(QUEUES, `must list some of ${QUEUES.join(', ')}, separated by commas`)).min(1));

/** Each with its rule; the table in docs/operations.md says what each is for. */
const settings = {
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: databaseUrl.optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/, 'must be host:port, like temporal.example.cn:7233'),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be letters, digits, dots and dashes')
    .default('default'),
  SMTP_URL: url(['smtp:', 'smtps:'], 'must be a URL like smtp://user:password@host:587'),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be an address, or 名称 <address>')
    .default('大足区职教联办 <lianban@dazu.example>'),
  STORAGE_URL: url(['file:'], 'must be a URL like file:///var/lib/lianban/files'),
  PUBLIC_URL: url(['http:', 'https:'], 'must be a URL like https://lianban.example.cn').transform((text) =>
    text.replace(/\/+$/, ''),
  ),
  POLICY_FILE: path.default(join(projectRoot, 'policy', 'dazu.json')),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters, random ones'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  TRUST_PROXY: z.string().regex(/^\d$/, 'must be how many proxies stand in front, 0 to 9').transform(Number).default(0),
  DATA_DIR: path.default(join(projectRoot, '.data')),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent')
    .default('info'),
  WORKER_QUEUES: queues.default([...QUEUES]),
  WORKER_HEALTH_PORT: port.optional(),
  WORKFLOW_BUNDLE: path.optional(),
} as const;

type Settings = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name]> };
type Name = keyof Settings;

const common = [
  'DATABASE_URL',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'PUBLIC_URL',
  'POLICY_FILE',
  'STORAGE_URL',
  'LOG_LEVEL',
] as const;
const ofApi = [...common, 'AUTH_SECRET', 'HOST', 'PORT', 'TRUST_PROXY'] as const;
const ofWorker = [
  ...common,
  'SMTP_URL',
  'MAIL_FROM',
  'WORKER_QUEUES',
  'WORKER_HEALTH_PORT',
  'WORKFLOW_BUNDLE',
] as const;
const ofMigration = ['DATABASE_URL', 'DATABASE_OWNER_URL'] as const;
const ofPolicyCheck = ['POLICY_FILE'] as const;
const ofPeople = ['DATABASE_URL', 'POLICY_FILE'] as const;
/** What `npm start` brings up itself where the setting is not given. */
const embedded = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL', 'STORAGE_URL', 'PUBLIC_URL', 'AUTH_SECRET'] as const;
const ofStart = [
  'DATABASE_OWNER_URL',
  'TEMPORAL_NAMESPACE',
  'POLICY_FILE',
  'HOST',
  'PORT',
  'DATA_DIR',
  'LOG_LEVEL',
  'MAIL_FROM',
] as const;

export type ApiSettings = Pick<Settings, (typeof ofApi)[number]>;
export type WorkerSettings = Pick<Settings, (typeof ofWorker)[number]>;
export type StartSettings = Pick<Settings, (typeof ofStart)[number]> &
  Partial<Pick<Settings, (typeof embedded)[number]>>;

type Environment = Record<string, string | undefined>;

export const apiSettings = (environment: Environment = process.env): ApiSettings => read(environment, ofApi);
export const workerSettings = (environment: Environment = process.env): WorkerSettings => read(environment, ofWorker);
export const migrationSettings = (environment: Environment = process.env) => read(environment, ofMigration);
export const peopleSettings = (environment: Environment = process.env) => read(environment, ofPeople);
/** Running cases are looked at where there is a database. */
export const policyCheckSettings = (environment: Environment = process.env) =>
  read(environment, ofPolicyCheck, ['DATABASE_URL']);
export const startSettings = (environment: Environment = process.env): StartSettings =>
  read(environment, ofStart, embedded);

/** A setting that cannot be used. It names the setting, its rule and the value's shape: the value may be a secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly problems: { setting: string; rule: string; found: string }[]) {
    const lines = problems.map(({ setting, rule, found }) => `  ${setting} ${rule} (found: ${found})`);
    super(`设置有误 · wrong settings:\n${lines.join('\n')}`);
  }
}

function read<Needed extends Name, Optional extends Name = never>(
  environment: Environment,
  needed: readonly Needed[],
  optional: readonly Optional[] = [],
): Pick<Settings, Needed> & Partial<Pick<Settings, Optional>> {
  const problems: SettingsError['problems'] = [];
  const found: Partial<Record<Name, unknown>> = {};
  for (const name of [...needed, ...optional]) {
    // `NAME=` in an .env or compose file means: not set.
    const value = environment[name]?.trim() || undefined;
    if (value === undefined && (optional as readonly Name[]).includes(name)) continue;
    const result = settings[name].safeParse(value);
    if (result.success) found[name] = result.data;
    else problems.push({ setting: name, rule: ruleBroken(value, result.error), found: shapeOf(value) });
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return found as Pick<Settings, Needed> & Partial<Pick<Settings, Optional>>;
}

const ruleBroken = (value: string | undefined, error: z.ZodError) =>
  value === undefined ? 'must be set' : (error.issues[0]?.message ?? 'is wrong');

const shapeOf = (value: string | undefined) =>
  value === undefined ? 'nothing' : `a text of ${value.length} characters`;
