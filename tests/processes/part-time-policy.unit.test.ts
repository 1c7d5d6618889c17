import { describe, expect, test } from 'vitest';
import { parsePolicy, PolicyError } from '../../processes/policy.ts';
import { policyFile } from './dazu.ts';

const problemsOf = (section: string, change: (part: ReturnType<typeof policyFile>) => void) => {
  const file = policyFile();
  change(file.processes[section]);
  try {
    parsePolicy(file);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.problems.map(({ path }) => path.replace(`processes.${section}.`, ''));
  }
};

describe('a wrong policy of part-time posts is refused at its path', () => {
  test.each<[string, (posts: ReturnType<typeof policyFile>) => void, string]>([
    [
      'hours in quarters',
      (posts) => (posts.limits.workTime.hoursAWeekAtMost = 8.25),
      'limits.workTime.hoursAWeekAtMost',
    ],
    ['posts below none', (posts) => (posts.limits.paidPosts.atMost = -1), 'limits.paidPosts.atMost'],
    ['a limit without its clause', (posts) => delete posts.limits.oncePerHost.clause, 'limits.oncePerHost.clause'],
    ['another rhythm', (posts) => (posts.engagement.declaration.every = 'month'), 'engagement.declaration.every'],
    [
      'reminders in the wrong order',
      (posts) => (posts.engagement.declaration.reminders.daysBefore = [7, 30]),
      'engagement.declaration.reminders.daysBefore',
    ],
    [
      'changes from an unknown stage',
      (posts) => (posts.engagement.changesFrom = ['engagement']),
      'engagement.changesFrom.0',
    ],
    ['a stage twice', (posts) => posts.engagement.changesFrom.push('registration'), 'engagement.changesFrom'],
    ['a sector twice', (posts) => posts.sectors.push(posts.sectors[0]), 'sectors'],
    [
      'a host on the list without a reason',
      (posts) => posts.negativeList.hosts.push({ name: { zh: '甲', en: 'A' }, clause: '三(二)3' }),
      'negativeList.hosts.0.reason',
    ],
    ['an unknown unit', (posts) => (posts.registration.units[1].unitId = 'nobody'), 'registration.units.1.unitId'],
    ['a lead who does not sign', (posts) => (posts.registration.lead.unitId = 'kejiju'), 'registration.lead'],
    ['no years', (posts) => (posts.term.yearsAtMost = 0), 'term.yearsAtMost'],
  ])('%s', (_, change, path) => expect(problemsOf('part-time-income', change)).toEqual([path]));
});

describe('a wrong policy of school income', () => {
  test.each<[string, (income: ReturnType<typeof policyFile>) => void, string]>([
    ['half a percent', (income) => (income.developmentFund.atLeastPercent = 60.5), 'developmentFund.atLeastPercent'],
    ['more than all', (income) => (income.developmentFund.atLeastPercent = 101), 'developmentFund.atLeastPercent'],
    ['a day that is none', (income) => (income.due.by = '13-01'), 'due.by'],
    ['a source twice', (income) => income.sources.push(income.sources[0]), 'sources'],
  ])('%s', (_, change, path) => expect(problemsOf('school-income', change)).toEqual([path]));
});
