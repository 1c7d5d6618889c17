/** The rows of an action item, written in the transition that moves its case. */
import { shanghaiDate } from '../../processes/shanghai.ts';
import { untilDay } from '../../processes/meeting-action-items/days.ts';
import { actionItemForm, type ActionItemForm } from '../../processes/meeting-action-items/form.ts';
import { dueFrom, moveVisit } from '../cases/clock.ts';
import { asJson, caseContent, caseHead, type Writing } from '../cases/writing.ts';
import type { ItemChange } from './item-change.ts';

/** From the form of the case; after a correction its words are the new ones. */
export async function openItem(writing: Writing): Promise<void> {
  const { tx, request, at } = writing;
  const { caseId } = request;
  const form = actionItemForm.parse((await caseContent(writing)).form);
  const words = wordsOf(form);
  const [lead] = form.units.lead;
  if (!lead) throw new TypeError('an action item without a lead unit');
  const there = await tx.actionItem.updateMany({ where: { caseId }, data: words });
  if (there.count > 0) return;
  const { dueOn, milestones } = form.time;
  const { meetingId = null, topicId = null, seriesId = null, seriesYear = null } = form.source;
  await tx.actionItem.create({
    data: {
      caseId,
      ...words,
      leadUnitId: lead.unitId,
      contactId: form.units.contactId || null,
      leaderId: form.units.leaderId || null,
      startsOn: shanghaiDate(at.getTime()),
      dueOn,
      firstDueOn: dueOn,
      ...{ meetingId, topicId, seriesId, seriesYear },
    },
    select: { caseId: true },
  });
  await tx.itemMilestone.createMany({
    data: milestones.map((milestone, index) => ({ caseId, number: index + 1, ...milestone })),
  });
  await tx.itemSupport.createMany({ data: form.units.supporting.map(({ unitId }) => ({ caseId, unitId })) });
  await writeEntry(writing, { number: 1, kind: 'opened' });
}

const wordsOf = ({ source, task }: ActionItemForm) => ({
  meeting: source.meeting,
  topic: source.topic ?? '',
  clause: source.clause ?? '',
  content: task.content,
  measure: task.measure,
});

export async function changeItem(writing: Writing, change: ItemChange): Promise<void> {
  const { tx, request, at } = writing;
  const { caseId } = request;
  const today = shanghaiDate(at.getTime());
  const { moves, entry, milestoneDone, confirmedBy, redates, reopens } = change;
  if (moves) await tx.actionItem.update({ where: { caseId }, data: moves, select: { caseId: true } });
  if (milestoneDone !== undefined) {
    const key = { caseId_number: { caseId, number: milestoneDone } };
    await tx.itemMilestone.update({ where: key, data: { doneOn: today }, select: { number: true } });
  }
  if (confirmedBy !== undefined) {
    const key = { caseId_unitId: { caseId, unitId: confirmedBy } };
    await tx.itemSupport.update({ where: key, data: { confirmedOn: today }, select: { unitId: true } });
  }
  // Asked for anew, every supporting unit confirms anew.
  if (entry?.kind === 'close-out-asked')
    await tx.itemSupport.updateMany({ where: { caseId }, data: { confirmedOn: null } });
  if (redates) await redate(writing, redates);
  if (reopens) caseHead(writing).closedAt = null;
  if (entry) await writeEntry(writing, entry);
}

async function redate(writing: Writing, { visit, dueOn }: NonNullable<ItemChange['redates']>): Promise<void> {
  const { rule, from } = untilDay(dueOn, writing.at.getTime());
  const due = await dueFrom(writing, rule, new Date(from));
  await moveVisit(writing, visit, due);
  const { caseId } = writing.request;
  await writing.tx.assignment.updateMany({
    where: { caseId, ...visit, purpose: 'progress', state: 'open' },
    data: due,
  });
}

async function writeEntry(
  { tx, request, at }: Writing,
  { number, kind, actor, remarkId, fileIds = [], facts = {} }: NonNullable<ItemChange['entry']>,
): Promise<void> {
  await tx.itemEntry.create({
    data: {
      caseId: request.caseId,
      number,
      kind,
      on: shanghaiDate(at.getTime()),
      at,
      byId: actor?.userId ?? null,
      onBehalfOfId: actor?.onBehalfOf ?? null,
      remarkId: remarkId ?? null,
      fileIds,
      facts: asJson(facts),
    },
    select: { number: true },
  });
}
