import { expect, test } from 'vitest';
import { changeStartsFrom } from '../../processes/part-time-income/change-start.ts';
import type { PartTimeForm } from '../../processes/part-time-income/form.ts';
import { partTime } from './part-time.ts';

const all = ['school-review', 'collective-study', 'school-notice', 'principal-approval', 'registration'];
const startOf = (
  change: (form: PartTimeForm) => void,
  changesFrom = ['school-review', 'principal-approval', 'registration'],
) => {
  const after = partTime();
  change(after);
  return changeStartsFrom(partTime(), after, { changesFrom });
};

test.each<[string, (form: PartTimeForm) => void, string | undefined]>([
  ['nothing', () => {}, undefined],
  ['files alone', ({ evidence }) => (evidence.agreement = []), undefined],
  ['an empty text for none', ({ pay }) => (pay.equityTerms = ''), undefined],
  ['another host', ({ host }) => (host.name = '别的企业'), 'school-review'],
  ['more pay', ({ pay }) => (pay.yearlyFen += 1), 'school-review'],
  ['equity', ({ pay }) => (pay.equityFen = 1), 'school-review'],
  ['a later end', ({ post }) => (post.to = '2029-01-01'), 'school-review'],
  ['more working time', ({ post }) => (post.workingTimeHours = 4.5), 'school-review'],
  ['an earlier end', ({ post }) => (post.to = '2028-06-30'), 'principal-approval'],
  ['less working time', ({ post }) => (post.workingTimeHours = 3.5), 'principal-approval'],
  ['other duties', ({ post }) => (post.duties = '指导试模'), 'registration'],
  ['other terms', ({ terms }) => (terms.confidentiality = '保密三年'), 'registration'],
])('%s', (_, change, stage) => expect(startOf(change)).toBe(stage));

test('the policy may start earlier, never later', () => {
  const words = ({ post }: PartTimeForm) => (post.duties = '指导试模');
  const hours = ({ post }: PartTimeForm) => (post.hoursPerWeek = 5);
  expect(startOf(words, ['collective-study'])).toBe('collective-study');
  expect(startOf(hours, ['school-review', 'registration'])).toBe('school-review');
  expect(startOf(hours, all)).toBe('principal-approval');
  expect(startOf(hours, ['registration'])).toBe('registration');
});
