/**
 * `npm run policy-check [file]`: explains what is wrong with an edited policy file, each with path, rule and clause, and exits with 1. A
 * file that can be used is compared, where `DATABASE_URL` is set, with the rules that running cases carry: those stay as they are.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { policyCheckSettings } from '../config.ts';
import { createPrisma } from '../prisma/client.ts';
import { checkPolicyText, type PolicyTextProblem } from './policy-text.ts';
import { casesWithOtherRules, type KeptCase } from './running-cases.ts';

const settings = policyCheckSettings();
const file = process.argv[2] === undefined ? settings.POLICY_FILE : resolve(process.argv[2]);

async function check(): Promise<0 | 1 | 2> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    console.log(`${file}: 读不到文件 / cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
    return 1;
  }
  const report = checkPolicyText(text);
  if (!report.ok) {
    const many = report.problems.length;
    console.log(`${file}: 有 ${many} 处错误，不能使用 / ${many} problem${many === 1 ? '' : 's'}, cannot be used`);
    for (const problem of report.problems) console.log(explained(problem));
    return 1;
  }
  const { policy } = report;
  console.log(`${file}: 可以使用，版本 ${policy.version} / can be used, version ${policy.version}`);
  if (settings.DATABASE_URL === undefined) {
    console.log('未设置 DATABASE_URL，未核对在办事项 / DATABASE_URL is not set: running cases were not looked at');
    return 0;
  }
  const prisma = createPrisma(settings.DATABASE_URL, { poolSize: 1 });
  try {
    let [running, kept, sameVersion] = [0, 0, 0];
    for await (const one of casesWithOtherRules(prisma, policy)) {
      running += 1;
      if (one.version === policy.version && one.differences.length === 0) continue;
      if (one.version === policy.version) sameVersion += 1;
      kept += 1;
      if (kept === 1)
        console.log('以下在办事项保留提交时的规则 / these running cases keep the rules they were submitted under:');
      console.log(listed(one));
    }
    console.log(`在办 ${running} 件，其中 ${kept} 件保留原规则 / ${running} running cases, ${kept} keep their rules`);
    if (sameVersion > 0)
      console.log(
        `注意：${sameVersion} 件的版本号与本文件相同而规则不同，请改 version / note: ${sameVersion} of them carry this version with other rules: change "version"`,
      );
    return 0;
  } catch (error) {
    console.log(`连不上数据库，未核对在办事项 / the database cannot be read: ${reasonOf(error)}`);
    return 2;
  } finally {
    await prisma.$disconnect();
  }
}

const explained = ({ path, rule, clause, found, line }: PolicyTextProblem): string =>
  [
    `  第 ${line} 行 / line ${line}: ${path}`,
    `    规则 / rule: ${rule}`,
    ...(found === undefined ? [] : [`    现值 / found: ${found}`]),
    ...(clause === undefined ? [] : [`    条款 / clause: ${clause}`]),
  ].join('\n');

const MOST = 8;

function listed({ number, process, stage, version, differences }: KeptCase): string {
  const shown = differences
    .slice(0, MOST)
    .map(({ path, carried = '—', edited = '—' }) => `    ${path}: ${carried} → ${edited}`);
  const more = differences.length - shown.length;
  return [
    `  ${number}  ${process}  ${stage ?? '—'}  ${version}`,
    ...shown,
    ...(more > 0 ? [`    另有 ${more} 处 / ${more} more`] : []),
  ].join('\n');
}

const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message?.split('\n').at(-1) ?? String(error);
};

process.exitCode = await check();
