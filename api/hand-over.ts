/** Turns that change hands: 转办, 改派, 委派, 加签, 签收. */
import { randomUUID } from 'node:crypto';
import type { UpdateDefinition } from '@temporalio/common';
import type { Actor, CaseRules, Holder } from '../processes/case.ts';
import type { Receipt, Said } from '../workflows/messages.ts';
import type { Asker } from './asker.ts';
import type { Call } from './call.ts';
import { readTurn } from './decisions.ts';
import type { Deciding } from './decisions.ts';
import { Problem } from './problems.ts';
import { orRefusal } from './refusals.ts';
import { actorOf } from './standing.ts';
import type { Standing } from './standing.ts';
import { isAdministrator } from './views/actions.ts';

interface HandingOver<M extends Said & { assignmentId: string }> {
  asker: Asker;
  assignmentId: string;
  update: UpdateDefinition<Receipt, [M]>;
  message: Omit<M, 'actor' | 'remarkId' | 'assignmentId'>;
  text?: string | undefined;
  /** 改派: the administrator of the case may do it with a turn that is not theirs. */
  administrator?: boolean;
  via: Actor['via'];
  ip: string;
  idempotency: Call['idempotency'];
}

export async function handOver<M extends Said & { assignmentId: string }>(
  deciding: Deciding,
  { asker, assignmentId, update, message, text, administrator = false, via, ip, idempotency }: HandingOver<M>,
): Promise<Receipt> {
  const { caseId, standing } = administrator
    ? await asAdministrator(deciding, asker, assignmentId, ip)
    : await readTurn(deciding, asker, assignmentId, ip);
  const said = { ...message, assignmentId, actor: actorOf(asker, standing, via) } as unknown as Omit<M, 'remarkId'>;
  const updateId = idempotency?.caseId ?? randomUUID();
  return orRefusal(deciding, assignmentId, () =>
    deciding.messages.say({ caseId, update, message: said, updateId, text, authorId: asker.id }),
  );
}

/** The holder's own right first; else the administrator's, where the case has them as one. */
async function asAdministrator(
  deciding: Deciding,
  asker: Asker,
  assignmentId: string,
  ip: string,
): Promise<{ caseId: string; standing: Standing }> {
  try {
    return await readTurn(deciding, asker, assignmentId, ip);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'NotYours') throw error;
    const turn = await deciding.prisma.assignment.findUniqueOrThrow({
      where: { id: assignmentId },
      select: { caseId: true, case: { select: { rules: true, applicantId: true } } },
    });
    const rules = turn.case.rules as unknown as CaseRules;
    if (!isAdministrator({ rules, applicantId: turn.case.applicantId }, asker)) throw error;
    return { caseId: turn.caseId, standing: { as: rules.administrator } };
  }
}

/** A turn goes only to an account that can sign in, or to a role that somebody holds. */
export async function refuseStranger({ prisma }: Pick<Deciding, 'prisma'>, holder: Holder): Promise<void> {
  const somebody =
    holder.kind === 'person'
      ? await prisma.user.count({ where: { id: holder.userId, disabled: false } })
      : await prisma.membership.count({
          where: { unitId: holder.unitId, role: holder.role, user: { disabled: false } },
        });
  if (somebody === 0) {
    const path = holder.kind === 'person' ? 'personId' : 'to';
    throw new Problem('BadRequest', {
      errors: [{ path, message: { zh: '没有可以办理的人', en: 'Nobody there could take it' } }],
    });
  }
}
