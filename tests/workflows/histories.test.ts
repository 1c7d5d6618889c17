import { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { workflowBundle } from '../support/index.ts';
import { savedHistories } from './histories.ts';

test.each(savedHistories())('a case recorded as $branch goes on under this code', async ({ history }) => {
  const bundle = await workflowBundle();
  await expect(Worker.runReplayHistory({ workflowBundle: bundle }, history, 'case/recorded')).resolves.toBeUndefined();
});

test('every branch of a process has a recording', () => {
  const branches = savedHistories().flatMap(({ branch }) => (/^teacher-certification\/(.+)$/.exec(branch) ?? []).slice(1));
  expect(branches).toEqual([
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
  ]);
});
