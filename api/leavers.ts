/** 离职转办: everything that is somebody's in person goes to a successor, turn by turn, each on its own case's timeline. */
import { transfer } from '../workflows/messages.ts';
import type { Actor, CaseRules, Purpose } from '../processes/case.ts';
import { answerEach } from './answer-each.ts';
import type { Asker } from './asker.ts';
import type { HeldTurn } from './contract/leavers.ts';
import { handOver, refuseStranger } from './hand-over.ts';
import type { Needs } from './needs.ts';
import { Problem } from './problems.ts';
import type { Language } from './problems.ts';
import { stageName } from './views/case-record.ts';

/** Waiting for a delegate or a signer is holding too: the turn comes back. */
const HELD = ['open', 'delegated', 'awaiting-signer'];

type Reading = Pick<Needs, 'prisma' | 'directory' | 'clock'>;

export async function readLeaver({ prisma, directory, clock }: Reading, userId: string) {
  const user = await prisma.user.findUnique({ where: { id: userId }, select: { disabled: true } });
  if (!user) throw new Problem('NotFound');
  const [people, now, rows] = await Promise.all([
    directory.people([userId]),
    clock.read(),
    prisma.assignment.findMany({
      where: { personId: userId, state: { in: HELD } },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      include: { case: { select: { id: true, number: true, title: true, rules: true, state: true } } },
    }),
  ]);
  const items = rows.map(({ id, stage, purpose, dueAt, provisional, case: { rules, state, ...file } }): HeldTurn => ({
    assignmentId: id,
    case: file,
    stage: stageName(rules as unknown as CaseRules, stage).name,
    purpose: purpose as Purpose,
    due: now.due({ dueAt, provisional }, { stopped: state === 'objection' }),
  }));
  return { person: people.get(userId), disabled: user.disabled, items };
}

interface HandingOver {
  asker: Asker;
  userId: string;
  to: string | undefined;
  reason: string;
  disable: boolean;
  via: Actor['via'];
  ip: string;
  language: Language;
}

export async function handOverLeaver(
  needs: Needs,
  { asker, userId, to, reason, disable, via, ip, language }: HandingOver,
) {
  if (userId === asker.id) throw new Problem('NotAllowed');
  const held = (await readLeaver(needs, userId)).items;
  if (held.length > 0) await refuseSuccessor(needs, userId, to);
  const items = await answerEach(
    held.map(({ assignmentId }) => assignmentId),
    language,
    (assignmentId) =>
      handOver(needs, {
        ...{ asker, assignmentId, via, ip, text: reason, administrator: true },
        update: transfer,
        message: { to: { kind: 'person' as const, userId: to ?? '' } },
        // Many turns may be of one case: the key of the whole act does not name one of them.
        idempotency: null,
      }),
  );
  const disabled = disable && items.every(({ ok }) => ok);
  if (disabled) await closeAccount(needs, { asker, userId, reason, ip });
  return { items, disabled };
}

async function refuseSuccessor(needs: Needs, leaver: string, to: string | undefined): Promise<void> {
  const rule =
    to === undefined
      ? { zh: '请选择接手的人', en: 'Choose who takes over' }
      : to === leaver
        ? { zh: '接手的人不能是本人', en: 'It cannot be the same person' }
        : undefined;
  if (rule) throw new Problem('BadRequest', { errors: [{ path: 'toPersonId', message: rule }] });
  await refuseStranger(needs, { kind: 'person', userId: to ?? '' });
}

/** The record stays; nobody signs in with it any more, and sessions end at once. */
async function closeAccount(
  { prisma, security }: Needs,
  { asker, userId, reason, ip }: Pick<HandingOver, 'asker' | 'userId' | 'reason' | 'ip'>,
): Promise<void> {
  await prisma.$transaction([
    prisma.user.update({ where: { id: userId }, data: { disabled: true }, select: { id: true } }),
    prisma.session.deleteMany({ where: { userId } }),
  ]);
  await security({ action: 'account-closed', userId: asker.id, target: `user ${userId}`, reason, ip });
}
