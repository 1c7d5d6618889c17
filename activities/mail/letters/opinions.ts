/** The remark behind a mail: who said it, and the words. */
import type { Opinion } from '../../emails/mail.ts';
import { sayDay } from '../moments.ts';
import type { Desk } from './letter.ts';

interface Said {
  remarkId: string | null;
  actorId: string | null;
  onBehalfOfId: string | null;
  atMs: number;
}

/** The last event of the case of one of these kinds, with its remark; undefined when nothing was written. */
export async function opinionOf(
  desk: Desk,
  where: { caseId: string; kinds: string[]; stage?: string | null; verdict?: string; purpose?: string },
): Promise<Opinion | undefined> {
  const event = await desk.prisma.event.findFirst({
    where: {
      caseId: where.caseId,
      kind: { in: where.kinds },
      remarkId: { not: null },
      ...(where.stage && { stage: where.stage }),
      AND: [
        ...(where.verdict ? [{ facts: { path: ['verdict'], equals: where.verdict } }] : []),
        ...(where.purpose ? [{ facts: { path: ['purpose'], equals: where.purpose } }] : []),
      ],
    },
    orderBy: { sequence: 'desc' },
  });
  return event ? opinion(desk, { ...event, atMs: Date.parse(event.at) }) : undefined;
}

export async function opinion(
  { prisma, nowMs }: Desk,
  { remarkId, actorId, onBehalfOfId, atMs }: Said,
): Promise<Opinion | undefined> {
  if (!remarkId) return undefined;
  const remark = await prisma.remark.findUnique({ where: { id: remarkId }, select: { body: true } });
  if (!remark) return undefined;
  const people = await prisma.user.findMany({
    where: { id: { in: [actorId, onBehalfOfId].filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  const name = (id: string | null) => people.find((person) => person.id === id)?.name ?? '';
  const by = onBehalfOfId ? `${name(actorId)} 代 ${name(onBehalfOfId)}` : name(actorId);
  return { by: `${by}  ${sayDay(atMs, nowMs)}`.trim(), text: remark.body };
}
