import { describe, expect, test } from 'vitest';
import { checkPolicy, rulesKept } from '../../processes/policy-check.ts';
import { programFunding } from '../../processes/program-funding/definition.ts';
import { dazu, policyFile } from './dazu.ts';
import { funding } from './funding.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- wrong things go everywhere
type Anything = any;

const problemsOf = (change: (file: Anything) => void) => {
  const file = policyFile();
  change(file);
  const report = checkPolicy(file);
  return report.ok ? [] : report.problems;
};

describe('a policy file', () => {
  test('that is right gives the policy', () => {
    expect(checkPolicy(policyFile())).toMatchObject({ ok: true, policy: { version: dazu().version } });
  });

  test('with a wrong number names path, rule, clause and what stands there', () => {
    expect(problemsOf((file) => (file.processes['program-funding'].panel.passMark = 160))).toEqual([
      {
        path: 'processes.program-funding.panel.passMark',
        rule: '不大于 100 / at most 100',
        clause: '三(四)2；本区基金办法·专家评审',
        found: '160',
      },
    ]);
  });

  test('takes the clause nearest above the wrong place', () => {
    const [problem] = problemsOf(
      (file) => (file.processes['program-funding'].instalments[1].release.due.deadline = {}),
    );
    expect(problem).toMatchObject({
      path: 'processes.program-funding.instalments.1.release',
      clause: '本区基金办法·中期报告',
    });
    const [inner] = problemsOf((file) => (file.processes['program-funding'].bureauDecision.award.minimum = '1.005'));
    expect(inner?.clause).toBe('本区基金办法·核定金额不高于申请金额');
    expect(inner?.found).toBe('"1.005"');
  });

  test('that leaves something out names the path, and the clause of what it belongs to', () => {
    expect(problemsOf((file) => delete file.processes['program-funding'].panel.passMark)).toEqual([
      {
        path: 'processes.program-funding.panel.passMark',
        rule: '缺少该项 / missing',
        clause: '三(四)2；本区基金办法·专家评审',
      },
    ]);
  });

  test.each(['', '长'.repeat(201), 7])('whose clause is wrong (%j) does not explain it by itself', (clause) => {
    const [problem] = problemsOf((file) => (file.processes['program-funding'].equipment.clause = clause));
    expect(problem).toMatchObject({ path: 'processes.program-funding.equipment.clause', clause: '三(四)2' });
  });

  test('lists every problem at once and clips what is long', () => {
    const problems = problemsOf((file) => {
      file.version = '版本'.repeat(100);
      file.processes['program-funding'].panel.passMark = 0;
      file.processes['teacher-certification'].panel.seats = 4;
    });
    expect(problems.map(({ path }) => path)).toEqual([
      'version',
      'processes.teacher-certification.panel.seats',
      'processes.program-funding.panel.passMark',
    ]);
    expect(problems[0]?.found).toHaveLength(80);
  });

  test.each([null, [], 'dazu', 7, undefined])('%j is none', (input) => {
    expect(checkPolicy(input)).toMatchObject({ ok: false, problems: [{ path: '(root)' }] });
  });

  test('with __proto__ is refused', () => {
    const input = JSON.parse(JSON.stringify(policyFile()).replace('{', '{"__proto__":{"polluted":true},'));
    expect(checkPolicy(input)).toMatchObject({ ok: false, problems: [{ path: '__proto__' }] });
  });
});

describe('rules that a running case keeps', () => {
  const rules = (change: (section: Anything) => void = () => {}) => {
    const policy = dazu();
    change(policy.processes['program-funding']);
    return programFunding.rules(policy, { unitId: 'dazu-zhijiao' }, funding());
  };

  test('are none when the policy gives the same, whatever its version', () => {
    expect(rulesKept(rules(), { ...rules(), policyVersion: 'other' })).toEqual([]);
  });

  test('are named by stage, before and after', () => {
    const edited = rules((section) => {
      section.notice.deadline = { workingDays: 5 };
      section.correction.atMost = 2;
    });
    expect(rulesKept(rules(), edited)).toEqual([
      { path: 'correction.atMost', carried: '1', edited: '2' },
      { path: 'public-notice.deadline.workingDays', carried: '7', edited: '5' },
    ]);
  });

  test('tell one stage less from a shift of all that follow', () => {
    const edited = rules((section) => {
      section.instalments = [
        { ...section.instalments[0], percent: 80 },
        { ...section.instalments[1], percent: 20 },
      ];
    });
    const found = rulesKept(rules(), edited);
    expect(found.map(({ path }) => path)).toEqual([
      'payment-1.name.zh',
      'payment-1.name.en',
      'payment-1.percent',
      'payment-2.name.zh',
      'payment-2.name.en',
      'payment-2.percent',
      'payment-3',
      'order of stages',
    ]);
    expect(found.find(({ path }) => path === 'payment-3')?.edited).toBeUndefined();
  });
});
