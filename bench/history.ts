/** What a decision leaves in its case's history. */
import { randomUUID } from 'node:crypto';
import { caseWorkflowId } from '../workflows/messages.ts';
import { submitCase } from './decisions.ts';
import type { Person } from './people.ts';
import type { Stack } from './stack.ts';

export interface InHistory {
  events: number;
  workflowTasks: number;
}

/** The dearest of a case's review and votes. */
export async function historyOfDecisions(stack: Stack, people: Map<string, Person>): Promise<InHistory> {
  const caseId = await submitCase(stack);
  const handle = stack.temporal.workflow.getHandle(caseWorkflowId(caseId));
  // An enum of protobuf's: names in JSON, numbers here.
  const WORKFLOW_TASK_COMPLETED = 7;
  const measured = async (): Promise<InHistory> => {
    const events = (await handle.fetchHistory()).events ?? [];
    return {
      events: events.length,
      workflowTasks: events.filter(({ eventType }) => eventType === WORKFLOW_TASK_COMPLETED).length,
    };
  };
  const byId = new Map([...people.values()].map((person) => [person.id, person]));
  const dearest: InHistory = { events: 0, workflowTasks: 0 };
  for (let round = 0; round < 2; round++) {
    const open = await stack.prisma.assignment.findMany({
      where: { caseId, state: 'open' },
      select: { id: true, personId: true },
    });
    for (const { id, personId } of open) {
      const person = personId === null ? people.get('zhou.hong@dazu.example') : byId.get(personId);
      const before = await measured();
      await person?.post(`/assignments/${id}/decision`, {
        verdict: 'approve',
        opinion: '同意',
        decisionId: randomUUID(),
      });
      const after = await measured();
      dearest.events = Math.max(dearest.events, after.events - before.events);
      dearest.workflowTasks = Math.max(dearest.workflowTasks, after.workflowTasks - before.workflowTasks);
    }
  }
  return dearest;
}
