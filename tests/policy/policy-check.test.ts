import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrisma, type Prisma } from '../../prisma/client.ts';
import { parsePolicy } from '../../processes/policy.ts';
import { teacherCertification } from '../../processes/teacher-certification/definition.ts';
import { exampleCertification } from '../../processes/teacher-certification/example.ts';
import { freshDatabase } from '../support/index.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- any change may be tried on it
type Anything = any;

const dazu = await readFile('policy/dazu.json', 'utf8');
const folder = await mkdtemp(join(tmpdir(), 'lianban-policy-'));
const inForce = parsePolicy(JSON.parse(dazu));
let url: string;
let prisma: Prisma;

const edited = async (change: (file: Anything) => void): Promise<string> => {
  const file = JSON.parse(dazu);
  change(file);
  const path = join(folder, `${Math.random()}.json`);
  await writeFile(path, JSON.stringify(file, null, 2));
  return path;
};

interface Answer {
  code: number;
  text: string;
}

const run = (command: string, args: string[], environment: Record<string, string>) =>
  new Promise<Answer>((resolve) => {
    const { DATABASE_URL: _url, POLICY_FILE: _file, ...inherited } = process.env;
    execFile(command, args, { env: { ...inherited, ...environment } }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, text: `${stdout}${stderr}` }),
    );
  });

/** What `npm run policy-check` runs, without npm's own second. */
const policyCheck = (args: string[], environment: Record<string, string> = {}) =>
  run(process.execPath, ['--import', 'tsx', 'policy/check.ts', ...args], environment);

async function running(
  id: string,
  more: { version?: string; closedAt?: Date; businessState?: string; process?: string } = {},
) {
  const form = exampleCertification(() => '7b2f0c1e-51a5-4a1e-8f7e-0a8f3c1d2e3f');
  const rules = teacherCertification.rules(inForce, { unitId: 'dazu-zhijiao' }, form);
  await prisma.case.create({
    data: {
      id,
      number: `SS-2026-${id}`,
      process: more.process ?? 'teacher-certification',
      title: 'x',
      state: 'in-review',
      stage: more.closedAt ? null : 'public-notice',
      businessState: more.businessState ?? null,
      applicantId: 'somebody',
      unitId: 'dazu-zhijiao',
      form,
      rules: JSON.parse(JSON.stringify({ ...rules, policyVersion: more.version ?? rules.policyVersion })),
      policyVersion: more.version ?? rules.policyVersion,
      facts: {},
      submittedAt: new Date(),
      closedAt: more.closedAt ?? null,
    },
  });
}

beforeAll(async () => {
  ({ url } = await freshDatabase());
  prisma = createPrisma(url);
});
afterAll(() => prisma.$disconnect());

describe('npm run policy-check', () => {
  it('says that the policy in force can be used, and that no database was asked', async () => {
    const { code, text } = await run('npm', ['run', '--silent', 'policy-check'], {});
    expect(code).toBe(0);
    expect(text).toContain(`dazu.json: 可以使用，版本 ${inForce.version}`);
    expect(text).toContain('DATABASE_URL is not set');
  });

  it('explains a wrong file by path, rule, value and clause, and fails', async () => {
    const file = await edited((policy) => {
      policy.processes['program-funding'].instalments[2].percent = 30;
      policy.processes['program-funding'].countersign.units[0].unitId = 'nobody';
    });
    const { code, text } = await policyCheck([file]);
    expect(code).toBe(1);
    expect(text).toContain('有 3 处错误，不能使用 / 3 problems, cannot be used');
    expect(text).toMatch(
      /第 \d+ 行 \/ line \d+: processes\.program-funding\.instalments\n {4}规则 \/ rule: 各期比例之和须为 100/u,
    );
    expect(text).toMatch(
      /countersign\.units\.0\.unitId\n.*nobody.*\n.*found: "nobody"\n.*clause: 三\(四\)2；本区基金办法·部门会签/u,
    );
  });

  it.each([
    ['a file that is not there', 'nowhere.json', /读不到文件.*ENOENT/u],
    ['a file that is no JSON', 'README-like.json', /第 1 行第 1 列不是有效的 JSON/u],
  ])('fails on %s', async (_, name, message) => {
    if (name.startsWith('README')) await writeFile(join(folder, name), '联办');
    const { code, text } = await policyCheck([join(folder, name)]);
    expect(code).toBe(1);
    expect(text).toMatch(message);
  });

  it('lists the running cases that keep other rules, each with what stays as it was', async () => {
    await running('0001', { version: 'dazu-2025.9' });
    await running('0002');
    await running('0003', { closedAt: new Date() });
    await running('0004', { closedAt: new Date(), businessState: 'certified' });
    await running('0005', { process: 'gone-from-the-catalogue' });

    const nothingNew = await policyCheck([], { DATABASE_URL: url });
    expect(nothingNew).toMatchObject({ code: 0 });
    expect(nothingNew.text).toContain('在办 4 件，其中 1 件保留原规则 / 4 running cases, 1 keep their rules');
    expect(nothingNew.text).toContain('SS-2026-0001  teacher-certification  public-notice  dazu-2025.9');

    const file = await edited((policy) => {
      policy.version = 'dazu-2027.1';
      policy.processes['teacher-certification'].notice.deadline = { workingDays: 7 };
    });
    const { code, text } = await policyCheck([file], { DATABASE_URL: url });
    expect(code).toBe(0);
    expect(text).toContain('在办 4 件，其中 4 件保留原规则');
    expect(text).toMatch(/SS-2026-0002 {2}teacher-certification.*\n {4}public-notice\.deadline\.workingDays: 5 → 7/u);
    expect(text).toContain('SS-2026-0004');
    expect(text).not.toContain('SS-2026-0003');
    expect(text).not.toContain('change "version"');
  });

  it('notices an edit that forgot its version', async () => {
    const file = await edited(
      (policy) => (policy.processes['teacher-certification'].notice.deadline = { workingDays: 7 }),
    );
    const { code, text } = await policyCheck([file], { DATABASE_URL: url });
    expect(code).toBe(0);
    expect(text).toContain('2 件的版本号与本文件相同而规则不同，请改 version');
  });

  it('says that a database cannot be reached, without its password', async () => {
    const { code, text } = await policyCheck([], { DATABASE_URL: 'postgresql://lianban:secret-word@127.0.0.1:1/none' });
    expect(code).toBe(2);
    expect(text).toContain('连不上数据库');
    expect(text).not.toContain('secret-word');
  });
});
