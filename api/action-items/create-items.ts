/** Items from a table, all or none: the rules of every row are looked at before the first is started. */
import { uuidOf } from '../case-messages.ts';
import { meetingActionItems } from '../../processes/meeting-action-items/definition.ts';
import type { Asker } from '../asker.ts';
import type { ItemRow } from '../contract/action-items.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { readRows, type ReadRow, type RowError } from './read-rows.ts';

export interface CreatedItem {
  id: string;
  number: string;
  notes: RowError[];
}

type Creating = Pick<Needs, 'prisma' | 'policy' | 'directory' | 'clock' | 'messages'>;

/**
 * `batch`: a repeated call with the same one finds what is made already and makes the rest. Throws RulesNotMet with `items.3.dueOn` and the
 * like for every wrong field of every row, and Forbidden for whoever is not of the secretariat.
 */
export async function createItems(
  needs: Creating,
  asker: Asker,
  rows: readonly ItemRow[],
  batch: string,
): Promise<CreatedItem[]> {
  const unitId = asker.memberships.find(({ role }) => role === 'secretariat')?.unitId;
  if (unitId === undefined) throw new Problem('Forbidden');
  const read = await readRows(needs, asker, rows);
  const errors = read.flatMap((row, index) =>
    row.errors.map(({ path, message }) => ({ path: `items.${index}${path === '' ? '' : `.${path}`}`, message })),
  );
  if (errors.length > 0) throw new Problem('RulesNotMet', { errors });

  const { prisma, policy, messages } = needs;
  const cases = read.map(({ form }, index) => ({ caseId: uuidOf(`action item ${batch} ${index}`), form: form! }));
  // All submissions in one statement: a crash after it leaves a batch that the repeated call finishes.
  await prisma.submission.createMany({
    data: cases.map(({ caseId, form }) => ({
      ...{ id: caseId, caseId, process: meetingActionItems.slug, applicantId: asker.id, unitId },
      ...{ title: meetingActionItems.title(form), form, fileIds: [] },
    })),
    skipDuplicates: true,
  });
  // One after the other, in the order of the table: numbers follow the minutes.
  for (const { caseId, form } of cases)
    await messages.submit({
      ...{ caseId, process: meetingActionItems.slug, applicantId: asker.id, unitId },
      rules: meetingActionItems.rules(policy, { unitId }, form),
      facts: meetingActionItems.facts(form),
    });
  const numbers = await prisma.case.findMany({
    where: { id: { in: cases.map(({ caseId }) => caseId) } },
    select: { id: true, number: true },
  });
  return cases.map(({ caseId }, index) => ({
    id: caseId,
    number: numbers.find(({ id }) => id === caseId)?.number ?? '',
    notes: (read[index] as ReadRow).notes,
  }));
}
