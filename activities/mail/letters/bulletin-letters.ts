/** Letters about the monthly bulletin; what they say is the bulletin's own snapshot. */
import type { BulletinSnapshot, BulletinUnit, LightCounts } from '../../../processes/meeting-action-items/bulletin.ts';
import { bulletinPdf } from '../../../paper/bulletin.ts';
import type { Prisma as PrismaTypes } from '../../../prisma/generated/client.ts';
import { mailKinds } from '../../emails/mail-kinds.ts';
import type { Row } from '../../emails/mail.ts';
import { type Attachment, type Letter, skip, type Task } from './letter.ts';

export async function bulletinLetter(task: Task, kind: 'bulletin-drafted' | 'bulletin-published'): Promise<Letter> {
  const { desk, row } = task;
  const { prisma, office } = desk;
  const { month, unitId } = row.facts as { month: string; unitId?: string };
  const bulletin = await prisma.bulletin.findUnique({ where: { month } });
  if (!bulletin) return skip('bulletin gone');
  const facts = { office, month: sayMonth(month), link: `${office.publicUrl}/items/bulletins/${month}` };
  if (kind === 'bulletin-drafted') {
    if (bulletin.state !== 'draft') return skip('published already');
    return { kind: 'mail', mail: mailKinds[kind](facts) };
  }
  const snapshot = bulletin.snapshot as unknown as BulletinSnapshot;
  const unit = await prisma.unit.findUnique({ where: { id: unitId ?? '' }, select: { name: true } });
  const own = snapshot.units.find((each) => each.unitId === unitId);
  const mail = mailKinds[kind]({
    ...facts,
    preface: bulletin.preface,
    unit: unit?.name ?? '',
    own: own ? unitRows(own) : [{ label: '牵头任务', value: '无' }],
    counts: countRows(snapshot.counts, snapshot),
  });
  return { kind: 'mail', mail, attachments: await document(task, bulletin) };
}

async function document({ desk: { prisma, office } }: Task, bulletin: Published): Promise<Attachment[]> {
  const units = await prisma.unit.findMany({ select: { id: true, name: true } });
  const content = await bulletinPdf({
    ...{ snapshot: bulletin.snapshot as unknown as BulletinSnapshot, preface: bulletin.preface, office: office.name },
    units: new Map(units.map(({ id, name }) => [id, name])),
    madeAt: bulletin.publishedAt ?? bulletin.draftedAt,
    draft: false,
  });
  return [{ filename: `${sayMonth(bulletin.month)}任务推进情况通报.pdf`, content, contentType: 'application/pdf' }];
}

type Published = PrismaTypes.BulletinGetPayload<object>;

export const sayMonth = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

const unitRows = ({ counts, score, ...rest }: BulletinUnit): Row[] => [
  ...countRows(counts, rest),
  { label: '本年得分', value: `${score}` },
];

const countRows = (
  { red, orange, yellow, green }: LightCounts,
  { closed, late }: { closed: number; late: number },
): Row[] => [
  { label: '在办', value: `红灯 ${red} 件，橙灯 ${orange} 件，黄灯 ${yellow} 件，绿灯 ${green} 件` },
  { label: '本月销号', value: `${closed} 件` },
  { label: '超期', value: `${late} 件` },
];
