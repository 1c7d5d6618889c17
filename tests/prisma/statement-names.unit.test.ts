import { expect, test } from 'vitest';
import { statementNames } from '../../prisma/statement-names.ts';

test('a text is named when it comes again, and then always the same', () => {
  const nameOf = statementNames();
  expect([nameOf('SELECT 1'), nameOf('SELECT 1'), nameOf('SELECT 1')]).toEqual(['', 's1', 's1']);
  expect([nameOf('SELECT 2'), nameOf('SELECT 2')]).toEqual(['', 's2']);
});

test('however many texts come, a connection keeps 500 at most, and those stay', () => {
  const nameOf = statementNames();
  nameOf('mine');
  nameOf('mine');
  const names = new Set(Array.from({ length: 2_000 }, (_, n) => [nameOf(`SELECT ${n}`), nameOf(`SELECT ${n}`)]).flat());
  names.delete('');
  expect(names.size).toBe(499);
  expect(nameOf('mine')).toBe('s1');
});
