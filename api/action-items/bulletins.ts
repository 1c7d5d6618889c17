/** 月通报 over HTTP: a snapshot with the names of today; publishing is the workflow's business. */
import { WorkflowNotFoundError } from '@temporalio/client';
import { bulletinPdf } from '../../paper/bulletin.ts';
import type { BulletinSnapshot } from '../../processes/meeting-action-items/bulletin.ts';
import { bulletinWorkflowId, publishBulletin } from '../../workflows/messages.ts';
import type { Asker } from '../asker.ts';
import type { BulletinView } from '../contract/bulletins.ts';
import { unitRef } from '../directory.ts';
import { instant, instantOrNull } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { mayCreateItems } from './item-sight.ts';

type Reading = Pick<Needs, 'prisma' | 'directory'>;

/** Everybody of a unit of the meeting reads what is published; a draft is the secretariat's. */
const readsBulletins = ({ memberships }: Asker): boolean =>
  memberships.some(({ role }) => role !== 'teacher' && role !== 'expert');

export async function listBulletins({ prisma, directory }: Reading, asker: Asker) {
  if (!readsBulletins(asker)) throw new Problem('Forbidden');
  const rows = await prisma.bulletin.findMany({
    where: mayCreateItems(asker) ? {} : { state: 'published' },
    orderBy: { month: 'desc' },
    take: 60,
  });
  const people = await directory.people(rows.map(({ publishedById }) => publishedById));
  return rows.map(({ month, state, draftedAt, publishedAt, publishedById }) => ({
    month,
    state: state as BulletinView['state'],
    draftedAt: instant(draftedAt),
    publishedAt: instantOrNull(publishedAt),
    publishedBy: people.orNull(publishedById),
  }));
}

/** Throws NotFound for a draft that is not the reader's to see. */
export async function readBulletin({ prisma, directory }: Reading, asker: Asker, month: string): Promise<BulletinView> {
  const row = await prisma.bulletin.findUnique({ where: { month } });
  if (!row || !readsBulletins(asker) || (row.state === 'draft' && !mayCreateItems(asker)))
    throw new Problem('NotFound');
  const [units, people] = await Promise.all([directory.units(), directory.people([row.publishedById])]);
  const { units: unitRows, items, ...snapshot } = row.snapshot as unknown as BulletinSnapshot;
  return {
    ...snapshot,
    state: row.state as BulletinView['state'],
    draftedAt: instant(row.draftedAt),
    publishedAt: instantOrNull(row.publishedAt),
    publishedBy: people.orNull(row.publishedById),
    preface: row.preface,
    units: unitRows.map(({ unitId, ...rest }) => ({ unit: unitRef(units, unitId), ...rest })),
    items: items.map(({ caseId, leadUnitId, supportingUnitIds, ...rest }) => ({
      id: caseId,
      ...rest,
      lead: unitRef(units, leadUnitId),
      supporting: supportingUnitIds.map((id) => unitRef(units, id)),
    })),
    mayPublish: row.state === 'draft' && mayCreateItems(asker),
  };
}

export async function bulletinDocument(
  needs: Reading & Pick<Needs, 'policy'>,
  asker: Asker,
  month: string,
): Promise<Buffer> {
  await readBulletin(needs, asker, month);
  const row = await needs.prisma.bulletin.findUniqueOrThrow({ where: { month } });
  const units = await needs.directory.units();
  return bulletinPdf({
    ...{ snapshot: row.snapshot as unknown as BulletinSnapshot, preface: row.preface },
    office: needs.policy.district.office.zh,
    units: new Map([...units.values()].map(({ id, name }) => [id, name.zh])),
    madeAt: row.publishedAt ?? row.draftedAt,
    draft: row.state === 'draft',
  });
}

/** The secretariat's preface is part of the draft; the workflow makes the document and tells the units. */
export async function publish(
  { prisma, temporal }: Pick<Needs, 'prisma' | 'temporal'>,
  { month, preface, actorId }: { month: string; preface: string; actorId: string },
): Promise<void> {
  const { count } = await prisma.bulletin.updateMany({ where: { month, state: 'draft' }, data: { preface } });
  if (count === 0) throw new Problem((await prisma.bulletin.count({ where: { month } })) > 0 ? 'NotOpen' : 'NotFound');
  try {
    await temporal.workflow
      .getHandle(bulletinWorkflowId(month))
      .executeUpdate(publishBulletin, { updateId: `publish:${month}`, args: [{ actorId }] });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw new Problem('NotOpen', {}, { cause: error });
    throw error;
  }
}
