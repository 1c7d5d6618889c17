/** What somebody may do with an item besides their turns, and saying it to the case. */
import { randomUUID } from 'node:crypto';
import type { Holder, TaskStage } from '../../processes/case.ts';
import { actOnItem, type ItemAct, type Receipt } from '../../workflows/messages.ts';
import type { Asker } from '../asker.ts';
import type { ItemActBody, ItemView } from '../contract/action-items.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { orRefusal } from '../refusals.ts';
import { actorOf, standingOn, type Standing } from '../standing.ts';
import { type CaseRecord, readCase } from '../views/case-record.ts';
import type { ItemRowRead } from './board.ts';

type Kind = ItemAct['kind'];

/** The workflow checks again; a test holds the two together. */
export function actsOf(
  asker: Asker,
  row: ItemRowRead,
  { record, overdue }: { record: CaseRecord; overdue: boolean },
): ItemView['acts'] {
  const task = taskOf(record);
  const open = row.state !== 'closed' && row.state !== 'ended';
  const working = row.state === 'carrying-out';
  const may = (kind: Kind) => standingFor(kind, asker, row, record) !== null;
  const extending = record.assignments.some(({ purpose, state }) => purpose === 'extend' && state === 'open');
  const kinds: [Kind, boolean][] = [
    ['milestone', working && row.milestones.some(({ doneOn }) => doneOn === null)],
    ['ask-extension', working && !overdue && !extending && row.extensions < task.extension.atMost],
    ['ask-close-out', working],
    ['change-contact', open],
    ['set-light', open && !overdue],
    ['reopen', row.state === 'closed'],
  ];
  return kinds.filter(([kind, now]) => now && may(kind)).map(([kind]) => kind);
}

const taskOf = ({ rules }: CaseRecord): TaskStage => {
  const task = rules.stages.find((stage): stage is TaskStage => stage.kind === 'task');
  if (!task) throw new Error('an action item without its task');
  return task;
};

/** By what right somebody does it: as contact, leader, secretariat or administrator, or standing in for one of them. */
function standingFor(kind: Kind, asker: Asker, row: ItemRowRead, record: CaseRecord): Standing | null {
  for (const holder of holdersOf(kind, row, record)) {
    const columns =
      holder.kind === 'person'
        ? { personId: holder.userId, unitId: null, role: null }
        : { personId: null, unitId: holder.unitId, role: holder.role };
    const standing = standingOn(asker, { process: record.process, purpose: 'progress', excludedId: null, ...columns });
    if (standing) return standing;
  }
  return null;
}

function holdersOf(kind: Kind, row: ItemRowRead, record: CaseRecord): Holder[] {
  const task = taskOf(record);
  const closing = record.rules.stages.find(({ slug }) => slug === 'close-out');
  const secretariat = closing?.kind === 'review' ? [closing.holder] : [];
  const contact: Holder = row.contactId === null ? task.contact : { kind: 'person', userId: row.contactId };
  switch (kind) {
    case 'milestone':
    case 'ask-extension':
    case 'ask-close-out':
      return [contact];
    case 'reopen':
    case 'set-light':
      return secretariat;
    case 'change-contact':
      return [task.leader, ...secretariat, record.rules.administrator];
  }
}

interface Acting {
  asker: Asker;
  row: ItemRowRead;
  body: ItemActBody;
  key: string | undefined;
  via: 'page' | 'api';
}

export async function actOn(
  needs: Pick<Needs, 'prisma' | 'directory' | 'messages'>,
  { asker, row, body, key = randomUUID(), via }: Acting,
): Promise<Receipt> {
  const { prisma, messages } = needs;
  const record = await readCase(prisma, row.caseId);
  const standing = standingFor(body.kind, asker, row, record);
  if (!standing) throw new Problem('NotYours');
  const { text, ...act } = body;
  if ('fileIds' in act) await refuseForeignFiles(needs, asker, act.fileIds);
  // What is closed is refused as closed, whoever is named.
  if (act.kind === 'change-contact' && row.closedOn === null) await refuseOutsider(needs, row, act.userId);
  return orRefusal(needs, row.caseId, () =>
    messages.say({
      caseId: row.caseId,
      update: actOnItem,
      message: { actor: actorOf(asker, standing, via), act },
      updateId: `item:${key}`,
      text: text || undefined,
      authorId: asker.id,
    }),
  );
}

async function refuseForeignFiles({ prisma }: Pick<Needs, 'prisma'>, asker: Asker, fileIds: string[]): Promise<void> {
  const mine = await prisma.file.count({ where: { id: { in: fileIds }, uploadedById: asker.id, caseId: null } });
  if (mine !== new Set(fileIds).size)
    throw new Problem('BadDecisionData', {
      errors: [
        { path: 'fileIds', message: { zh: '附件不存在或不是您上传的', en: 'a file does not exist or is not yours' } },
      ],
    });
}

/** The contact is somebody of the lead unit, at work. */
async function refuseOutsider({ prisma }: Pick<Needs, 'prisma'>, row: ItemRowRead, userId: string): Promise<void> {
  const fits = await prisma.membership.count({
    where: { userId, unitId: row.leadUnitId, user: { disabled: false }, role: { notIn: ['teacher', 'expert'] } },
  });
  if (fits === 0)
    throw new Problem('BadDecisionData', {
      errors: [
        { path: 'userId', message: { zh: '联络员须是牵头单位在岗人员', en: 'the contact must be of the lead unit' } },
      ],
    });
}
