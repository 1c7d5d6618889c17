import { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { workflowBundle } from '../support/index.ts';
import { savedHistories } from './histories.ts';

test.each(savedHistories())('a case recorded as $branch goes on under this code', async ({ history }) => {
  const bundle = await workflowBundle();
  await expect(Worker.runReplayHistory({ workflowBundle: bundle }, history, 'case/recorded')).resolves.toBeUndefined();
});

const branches = {
  'teacher-certification': [
    'certificate-revoked',
    'certified',
    'correction-lapsed',
    'delegated',
    'escalated',
    'objection-dismissed',
    'objection-upheld',
    'panel-recusal',
    'panel-rejected',
    'panel-short',
    'rejected-by-school',
    'returned-direct',
    'returned-step-by-step',
    'returned-to-stage',
    'signed-after',
    'terminated',
    'transferred',
    'withdrawn',
  ],
  'meeting-action-items': [
    'closed-out',
    'contact-changed',
    'continued-as-new',
    'extended-and-terminated',
    'late',
    'lead-is-the-office',
    'returned-and-reopened',
    'sent-back',
    'tacit',
    'withdrawn',
  ],
  'joint-meeting': ['called-off', 'published', 'rewritten', 'settled'],
  'indicator-report': ['accepted', 'corrected', 'rejected', 'withdrawn'],
  'program-funding': [
    'clawed-back',
    'coordinated',
    'coordinator-returned',
    'corrected-once',
    'correction-lapsed',
    'expert-recused',
    'money-short',
    'objection-upheld',
    'paid-and-closed',
    'payment-returned',
    'rectification-lapsed',
    'rectified',
    'scored-too-low',
    'terminated',
    'tied',
    'withdrawn-after-award',
    'withdrawn-after-payment',
  ],
  'part-time-income': [
    'change-over-limit',
    'changed',
    'changes-refused',
    'closed-undeclared',
    'declaration-corrected',
    'ended-early',
    'long-life-1',
    'long-life-2',
    'long-life-3',
    'long-life-4',
    'over-limit',
    'three-years',
  ],
  'school-income': ['recorded', 'rejected'],
};

test.each(Object.entries(branches))('every branch of %s has a recording', (process, expected) => {
  const recorded = savedHistories().filter(({ branch }) => branch.startsWith(`${process}/`));
  expect(recorded.map(({ branch }) => branch.slice(process.length + 1))).toEqual(expected);
});
