/** Letters about an action item. */
import { rolledDay, workingDaysTo } from '../../../processes/meeting-action-items/days.ts';
import { mailKinds } from '../../emails/mail-kinds.ts';
import { sayDate } from '../moments.ts';
import { caseFacts } from './case-facts.ts';
import { type Letter, skip, type Task } from './letter.ts';
import { opinionOf } from './opinions.ts';

type ItemKind = 'item-supporting' | 'extension-decided' | 'item-closed-out';

export async function itemLetter(task: Task, kind: ItemKind): Promise<Letter> {
  const { desk, row } = task;
  const file = await caseFacts(task);
  const caseId = file.row.id;
  const facts = { office: desk.office, case: { ...file.mail, link: itemLink(desk.office.publicUrl, caseId) } };
  switch (kind) {
    case 'item-supporting':
      return { kind: 'mail', mail: mailKinds[kind](facts) };
    case 'extension-decided': {
      const { granted, from, dueOn } = row.facts as { granted: boolean; from: string; dueOn: string };
      const opinion = await opinionOf(desk, { caseId, kinds: ['decided'], purpose: 'extend' });
      const words = { granted, from: sayDate(from), dueOn: sayDate(dueOn) };
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, ...words, ...(opinion && { opinion }) }) };
    }
    case 'item-closed-out': {
      const item = await desk.prisma.actionItem.findUnique({ where: { caseId } });
      if (!item?.closedOn) return skip('reopened meanwhile');
      const due = rolledDay(item.dueOn, desk.calendar);
      const finishedOn = item.finishedOn ?? item.closedOn;
      const late = finishedOn > due ? Math.max(1, -workingDaysTo(finishedOn, due, desk.calendar)) : 0;
      const opinion = await opinionOf(desk, { caseId, kinds: ['decided'], purpose: 'close-out' });
      return { kind: 'mail', mail: mailKinds[kind]({ ...facts, lateWorkingDays: late, ...(opinion && { opinion }) }) };
    }
  }
}

export const itemLink = (publicUrl: string, caseId: string) => `${publicUrl}/items/${caseId}`;
