import { z } from 'zod';
import { expect, test } from 'vitest';
import type { Me } from '../../api/contract/me.ts';
import type { Role } from '../../processes/case.ts';
import { declarationForm } from '../../processes/part-time-income/declaration.ts';
import { isPledge, sayField } from '../../processes/form-view.ts';
import { parseForm } from '../../processes/form-errors.ts';
import { partTimeForm } from '../../processes/part-time-income/form.ts';
import { formDifferences } from '../../api/engagements/form-differences.ts';
import type { FieldSchema } from '../../web/desk/form/field-schema.ts';
import {
  declarationSchema,
  declarationStart,
  declarationToSend,
  nilReturn,
} from '../../web/desk/posts/declaration-draft.ts';
import { ownSchools, postTabs } from '../../web/desk/posts/post-tabs.ts';
import { readRegisterAddress, registerPath } from '../../web/desk/posts/register-address.ts';

const drawn = z.toJSONSchema(declarationForm, { io: 'input' }) as FieldSchema;

test('what a nil return sends is a whole declaration, whatever was typed before the box was ticked', () => {
  const schema = declarationSchema(drawn, false);
  const sent = declarationToSend(schema, {
    income: { nothing: true, incomeFen: 9_000_00, equityFen: 1, note: '停工' },
    proof: { files: ['8a7d7a1e-3c0f-4c53-8a53-0a1f3a0e7c11'] },
  });
  expect(sent).toEqual({ ...nilReturn, income: { ...nilReturn.income, note: '停工' } });
  expect(parseForm(declarationForm, sent).ok).toBe(true);
});

test('an income is sent as typed; a correction carries its reason', () => {
  const form = {
    income: { nothing: false, incomeFen: 900_000, equityFen: 0, taxFen: 27_000 },
    proof: { files: [] },
    correction: { reason: '漏计' },
  };
  expect(declarationToSend(declarationSchema(drawn, true), form)).toEqual(form);
  expect(declarationToSend(declarationSchema(drawn, false), form)).toEqual({ ...form, correction: {} });
});

test('a correction starts from what was declared last, with its proof', () => {
  const declared = { incomeFen: 100, equityFen: 0, taxFen: 3, files: [{ id: 'f', name: '流水.pdf' }] };
  const other = { id: 'd', note: null, state: 'accepted', filedAt: null, settledAt: null } as const;
  expect(declarationStart({ declarations: [{ ...other, ...declared }] })).toEqual({
    income: { nothing: false, incomeFen: 100, equityFen: 0, taxFen: 3 },
    proof: { files: ['f'] },
    correction: {},
  });
});

test('the register reads from an address only what it can show, and writes it back', () => {
  const search = 'state=suspended&declaration=never&paid=true&endsBy=2026-02-30&kind=A%20B&q=%20%E9%BE%99%E6%B0%B4%20';
  const address = readRegisterAddress(new URLSearchParams(search));
  expect(address).toEqual({ state: 'suspended', paid: 'true', q: '龙水' });
  expect(readRegisterAddress(new URL(registerPath(address), 'http://x').searchParams)).toEqual(address);
  expect(registerPath({})).toBe('/posts/register');
});

const person = (memberships: [string, string, Role][], oversees: string[] = []): Me => ({
  ...{ id: 'x', name: '', email: '', mustChangePassword: false, mayApply: [], leads: false, oversees },
  ...{ substituteFor: [], substitutedBy: [] },
  memberships: memberships.map(([id, unitKind, role]) => ({ unit: { id, name: { zh: id, en: id } }, unitKind, role })),
});

test.each([
  ['a teacher', person([['s', 'school', 'teacher']]), ['own']],
  ['finance of a school', person([['s', 'school', 'finance']]), ['register', 'statement', 'school']],
  ['a clerk of a school', person([['s', 'school', 'clerk']]), ['school']],
  [
    '区人力社保局',
    person([['r', 'department', 'reviewer']], ['part-time-income']),
    ['overview', 'register', 'statement'],
  ],
  ['区财政局', person([['c', 'department', 'reviewer']], ['school-income']), ['school']],
  ['an auditor', person([['c', 'department', 'auditor']]), ['overview', 'register', 'statement', 'school']],
  ['another department', person([['k', 'department', 'reviewer']]), []],
])('%s has the pages that are theirs', (_, me, tabs) => {
  expect(postTabs(me)).toEqual(tabs);
});

test('somebody with two posts at one school answers for it once', () => {
  expect(
    ownSchools(
      person([
        ['s', 'school', 'reviewer'],
        ['s', 'school', 'finance'],
      ]),
    ).map(({ id }) => id),
  ).toEqual(['s']);
});

test('a box left alone reads as no; one that has to be ticked reads as its sentence', () => {
  const schema = z.toJSONSchema(partTimeForm, { io: 'input' }) as FieldSchema;
  const leader = schema.properties?.teacher?.properties?.leader ?? {};
  const accepted = schema.properties?.pledge?.properties?.accepted ?? {};
  expect([isPledge(leader), isPledge(accepted)]).toEqual([false, true]);
  expect([sayField(leader, false).zh, sayField(leader, true).zh]).toEqual(['否', '是']);
  expect(sayField(accepted, true).zh).toContain('本人承诺');
  expect(sayField(accepted, false).zh).toBe('否');
});

test('a change says what differs, field by field', () => {
  const schema = z.toJSONSchema(partTimeForm, { io: 'input' }) as FieldSchema;
  const before = {
    post: { hoursPerWeek: 6 },
    pay: { yearlyFen: 3_600_000, paid: true },
    evidence: { agreement: ['a'] },
  };
  const after = {
    post: { hoursPerWeek: 5 },
    pay: { yearlyFen: 3_000_000, paid: true },
    evidence: { agreement: ['a', 'b'] },
  };
  expect(
    formDifferences(schema, before, after).map(({ label, before: was, after: is }) => [label.zh, was.zh, is.zh]),
  ).toEqual([
    ['每周时间（小时）', '6', '5'],
    ['约定报酬（元/年，税前）', '36,000.00', '30,000.00'],
    ['兼职协议', '1 个文件', '2 个文件'],
  ]);
});
