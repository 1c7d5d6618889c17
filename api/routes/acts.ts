import { randomUUID } from 'node:crypto';
import type { UpdateDefinition } from '@temporalio/common';
import type { Actor, CaseRules } from '../../processes/case.ts';
import { comment, copyTo, proposeRevocation, resubmit, terminate, urge, withdraw } from '../../workflows/messages.ts';
import type { Receipt, Said } from '../../workflows/messages.ts';
import { processOr404 } from '../applications.ts';
import type { Asker } from '../asker.ts';
import type { Entered } from '../case-door.ts';
import type { Call, Handlers } from '../call.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { orRefusal } from '../refusals.ts';
import { actorOf } from '../standing.ts';
import { forgetDraft, storeCorrection } from '../submissions.ts';
import { mayUnmask } from '../views/actions.ts';
import { sensitivePaths, valueAt } from '../views/sensitive-paths.ts';

type Names =
  | 'withdrawCase'
  | 'resubmitCase'
  | 'urgeCase'
  | 'commentCase'
  | 'copyCase'
  | 'terminateCase'
  | 'proposeRevocation'
  | 'unmaskField';

type Entering = Pick<Call, 'ip' | 'via' | 'idempotency'> & { asker: Asker; params: { id: string } };

export function actRoutes(needs: Needs): Handlers<Names> {
  const { prisma, door, messages, security } = needs;
  return {
    withdrawCase: async (call) => {
      await enter(call);
      return say(call, withdraw, { actor: inPerson(call) }, call.body.reason);
    },

    async resubmitCase(call) {
      const { asker, params, body, idempotency } = call;
      await enter(call);
      const turn = await prisma.assignment.findFirst({
        where: { caseId: params.id, purpose: 'correct', personId: asker.id },
        orderBy: { openedAt: 'desc' },
        select: { id: true, state: true, process: true, case: { select: { unitId: true } } },
      });
      if (!turn) throw new Problem('NotYours');
      if (turn.state !== 'open' && !idempotency) throw new Problem('NotOpen');
      const submissionId = idempotency?.caseId ?? randomUUID();
      await storeCorrection(needs, asker, {
        ...body,
        caseId: params.id,
        submissionId,
        process: turn.process,
        unitId: turn.case.unitId,
      });
      const message = { actor: inPerson(call), assignmentId: turn.id, submissionId };
      const receipt = await say(call, resubmit, message, body.note, `${turn.id}:${submissionId}`);
      await forgetDraft(prisma, asker.id, body.draftId);
      return receipt;
    },

    urgeCase: async (call) => {
      await enter(call);
      return say(call, urge, { actor: inPerson(call) }, call.body.note);
    },

    commentCase: async (call) => {
      mayTalk(call.asker, await enter(call));
      return say(call, comment, { actor: inPerson(call) }, call.body.body);
    },

    async copyCase(call) {
      mayTalk(call.asker, await enter(call));
      const userIds = [...new Set(call.body.userIds)];
      const known = await prisma.user.count({ where: { id: { in: userIds }, disabled: false } });
      if (known !== userIds.length) {
        throw new Problem('BadRequest', {
          errors: [{ path: 'userIds', message: { zh: '有不存在的人员', en: 'Somebody there does not exist' } }],
        });
      }
      return say(call, copyTo, { actor: inPerson(call), userIds }, call.body.note);
    },

    async terminateCase(call) {
      await enter(call);
      const { administrator } = await rulesOf(call.params.id);
      if (administrator.kind !== 'role' || !holds(call.asker, administrator)) throw new Problem('Forbidden');
      return say(call, terminate, { actor: actorOf(call.asker, { as: administrator }, call.via) }, call.body.reason);
    },

    async proposeRevocation(call) {
      await enter(call);
      const stage = (await rulesOf(call.params.id)).stages.find(({ kind }) => kind === 'certificate');
      if (stage?.kind !== 'certificate') throw new Problem('NotAllowed');
      const { proposer } = stage;
      if (proposer.kind === 'person' ? proposer.userId !== call.asker.id : !holds(call.asker, proposer))
        throw new Problem('Forbidden');
      return say(call, proposeRevocation, { actor: actorOf(call.asker, { as: proposer }, call.via) }, call.body.reason);
    },

    async unmaskField(call) {
      const { asker, params, body, ip } = call;
      const { sight } = await enter(call);
      const row = await prisma.case.findUniqueOrThrow({
        where: { id: params.id },
        select: { process: true, form: true, applicantId: true },
      });
      if (!mayUnmask(asker, sight, row)) throw new Problem('Forbidden');
      const value = sensitivePaths(processOr404(row.process), row.form).includes(body.path)
        ? valueAt(row.form, body.path)
        : undefined;
      if (typeof value !== 'string') throw new Problem('NotFound');
      // Noted before it is shown: what cannot be noted is not shown.
      await security({
        action: 'unmasked',
        userId: asker.id,
        target: `case ${params.id} ${body.path}`,
        reason: body.reason,
        ip,
      });
      return { path: body.path, value };
    },
  };

  function enter({ asker, params, ip }: Entering): Promise<Entered> {
    return door.enter(asker, params.id, ip);
  }

  function say<M extends Said>(
    { asker, params, idempotency }: Entering,
    update: UpdateDefinition<Receipt, [M]>,
    message: Omit<M, 'remarkId'>,
    text: string | undefined,
    // Repeated under its key after a crash, it is still the same update.
    updateId: string = idempotency?.caseId ?? randomUUID(),
  ): Promise<Receipt> {
    return orRefusal(needs, null, () =>
      messages.say({ caseId: params.id, update, message, updateId, text, authorId: asker.id }),
    );
  }

  async function rulesOf(caseId: string): Promise<CaseRules> {
    const { rules } = await prisma.case.findUniqueOrThrow({ where: { id: caseId }, select: { rules: true } });
    return rules as unknown as CaseRules;
  }
}

const inPerson = ({ asker, via }: Entering): Actor => actorOf(asker, { as: { kind: 'person', userId: asker.id } }, via);

const holds = ({ memberships }: Asker, { unitId, role }: { unitId: string; role: string }): boolean =>
  memberships.some((mine) => mine.unitId === unitId && mine.role === role);

/** The applicant and those who handle the case; who only reads (copied in, auditor) does not write. */
function mayTalk(asker: Asker, { audience, sight }: Entered): void {
  const reader = !sight.handles || asker.memberships.every(({ role }) => role === 'auditor');
  if (asker.id !== audience.applicantId && reader) throw new Problem('Forbidden');
}
