import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPolicyText } from '../../policy/policy-text.ts';

const dazu = readFileSync('policy/dazu.json', 'utf8');
const problemsOf = (text: string) => {
  const report = checkPolicyText(text);
  return report.ok ? [] : report.problems;
};
/** Line of the first place where the text stands, 1 the first. */
const lineOf = (text: string, within = dazu) => within.slice(0, within.indexOf(text)).split('\n').length;

describe('the text of a policy file', () => {
  it('gives the policy, also with a byte order mark and line ends of Windows', () => {
    expect(checkPolicyText(dazu)).toMatchObject({ ok: true });
    expect(checkPolicyText(`\ufeff${dazu.replaceAll('\n', '\r\n')}`)).toMatchObject({ ok: true });
  });

  it('names the line of what is wrong', () => {
    const [problem] = problemsOf(dazu.replace('"passMark": 60', '"passMark": 600'));
    expect(problem).toMatchObject({ path: 'processes.program-funding.panel.passMark', line: lineOf('"passMark"') });
  });

  it('names the line of what something missing belongs to', () => {
    const [problem] = problemsOf(dazu.replace(/\n\s*"passMark": 60,/u, ''));
    expect(problem?.path).toBe('processes.program-funding.panel.passMark');
    const panel = dazu
      .slice(0, dazu.indexOf('"seats": 5,', dazu.indexOf('"program-funding": {')))
      .lastIndexOf('"panel": {');
    expect(problem?.line).toBe(dazu.slice(0, panel).split('\n').length);
  });

  it('names the row of a list', () => {
    const [problem] = problemsOf(dazu.replace('"id": "wenchuang"', '"id": "文创"'));
    expect(problem).toMatchObject({
      path: 'processes.part-time-income.sectors.5.id',
      line: lineOf('"id": "wenchuang"'),
    });
  });

  it('refuses a key that stands twice: JSON would silently take the last', () => {
    const text = dazu.replace('"passMark": 60,', '"passMark": 60,\n        "passMark": 40,');
    expect(problemsOf(text)).toEqual([
      {
        path: 'processes.program-funding.panel.passMark',
        rule: '同一项写了两次 / the same key stands twice',
        line: lineOf('"passMark"') + 1,
      },
    ]);
  });

  it.each([
    ['a comma too many', dazu.replace('"passMark": 60,', '"passMark": 60,,'), lineOf('"passMark"')],
    ['a comma at the end of a list', dazu.replace(/\n\}\n$/u, ',\n}\n'), undefined],
    ['a comment', dazu.replace('"passMark": 60,', '"passMark": 60, // pass'), lineOf('"passMark"')],
    ['a full-width quote', dazu.replace('"passMark"', '“passMark”'), lineOf('"passMark"')],
    ['half a file', dazu.slice(0, 400), undefined],
    ['nothing', '', 1],
    ['words', '联办', 1],
  ])('%s is no JSON, and the place is named', (_, text, line) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path: '(file)' });
    expect(problems[0]?.rule).toMatch(/第 \d+ 行第 \d+ 列不是有效的 JSON/u);
    if (line !== undefined) expect(problems[0]?.line).toBe(line);
  });

  it('that is JSON but no policy is refused by its rules', () => {
    for (const text of ['null', '[]', '7', '"dazu"', '{}']) expect(problemsOf(text).length).toBeGreaterThan(0);
  });
});
