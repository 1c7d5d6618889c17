import { expect, test } from 'vitest';
import { returnTargets, verdictsOffered } from '../../processes/verdicts.ts';
import { programFunding } from '../../processes/program-funding/definition.ts';
import { dazu } from './dazu.ts';

const rules = programFunding.rules(dazu(), { unitId: 'dazu-zhijiao' });
const offered = (slug: string, purpose: 'decide' | 'coordinate' | 'accept', times: number) =>
  verdictsOffered({ purpose, slug, stage: rules.stages.find((stage) => stage.slug === slug) }, rules, times);

test('a case goes back to its applicant once, whoever returned it; then a return leads to earlier stages or is not offered', () => {
  expect(returnTargets(rules, 'formal-review', 0)).toEqual(['applicant']);
  expect(returnTargets(rules, 'countersign', 0)).toEqual(['applicant', 'formal-review']);
  expect(returnTargets(rules, 'formal-review', 1)).toEqual([]);
  expect(returnTargets(rules, 'countersign', 1)).toEqual(['formal-review']);
  expect(offered('formal-review', 'decide', 0)).toEqual(['approve', 'return', 'reject']);
  expect(offered('formal-review', 'decide', 1)).toEqual(['approve', 'reject']);
  expect(offered('countersign', 'coordinate', 1)).toEqual(['approve', 'return', 'reject']);
});

test('a report is sent back within its stage, however often the case was returned', () => {
  expect(offered('payment-2', 'accept', 5)).toEqual(['approve', 'return']);
});

test('nobody returns to a public notice', () => {
  expect(returnTargets(rules, 'award', 0)).not.toContain('public-notice');
});
