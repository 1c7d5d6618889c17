/** A number of the policy that nobody reads promises what nobody keeps: every field is read by the rules, the checks or the fund. */
import { expect, test } from 'vitest';
import { checkFunding } from '../../processes/program-funding/checks.ts';
import { programFunding } from '../../processes/program-funding/definition.ts';
import { exampleFunding } from '../../processes/program-funding/example.ts';
import type { FundingForm } from '../../processes/program-funding/form.ts';
import type { Policy } from '../../processes/policy.ts';
import { dazu } from './dazu.ts';

/** Clauses of periods inside a stage: shown by `policy-check` beside a wrong value, and in the file itself. */
const CLAUSES = /\.clause$/;
/** Read where the fund's money is: api/fund (sources, minimum, yearEnd), each obeyed in tests/api/funding-story. */
const FUND = /^fund\./;

const placeOf = (path: string, key: string) => `${path === '' ? '' : `${path}.`}${/^\d+$/.test(key) ? '[]' : key}`;

function leaves(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, placeOf(path, key)));
}

function traced<T>(node: T, read: Set<string>, path = ''): T {
  if (typeof node !== 'object' || node === null) return node;
  return new Proxy(node, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || typeof value === 'function') return value;
      read.add(placeOf(path, key));
      return traced(value, read, placeOf(path, key));
    },
  });
}

test('every field of the funding policy has a reader', () => {
  const file = dazu();
  const funding = file.processes['program-funding'];
  funding.bannedSchools.schools = [
    {
      ...{ school: 'dazu-zhijiao', name: { zh: '大足职教中心', en: 'Dazu' }, until: '2027-12-31' },
      ...{ reason: { zh: '挪用专项资金', en: 'misused funds' }, clause: '本区基金办法·禁止申报' },
    },
  ];
  const read = new Set<string>();
  const policy: Policy = { ...file, processes: { ...file.processes, 'program-funding': traced(funding, read) } };
  const example = exampleFunding(() => '00000000-0000-4000-8000-000000000000');
  const levels: FundingForm['program']['level'][] = ['secondary', 'higher', 'undergraduate'];
  for (const level of levels) {
    const form = { ...example, program: { ...example.program, level } };
    JSON.stringify(programFunding.rules(policy, { unitId: 'dazu-zhijiao' }, form));
    JSON.stringify(programFunding.options?.(policy));
    checkFunding(form, {
      ...{ policy, today: '2026-11-24', openCases: [], certificates: [], unitId: 'dazu-zhijiao' },
      ...{ fundedPrograms: [], dualQualified: 3, submittedFacts: programFunding.facts(form) },
    });
  }
  const unread = leaves(funding).filter((path) => !read.has(path) && !CLAUSES.test(path) && !FUND.test(path));
  expect([...new Set(unread)]).toEqual([]);
});
