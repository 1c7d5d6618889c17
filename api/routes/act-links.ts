import { findLink, hashOf, issueNonce, useNonce } from '../act-links.ts';
import type { ActLink } from '../act-links.ts';
import type { Asker, Askers } from '../asker.ts';
import type { Handlers } from '../call.ts';
import type { ActView } from '../contract/act-links.ts';
import { decideTurn } from '../decisions.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { alreadyDecided, Problem } from '../problems.ts';
import { readDecided } from '../refusals.ts';
import { standingOn } from '../standing.ts';
import { keepUpload } from '../uploads/keep-upload.ts';
import { receiveUpload } from '../uploads/receive-upload.ts';
import { actView } from '../views/act-view.ts';
import { purposeOf } from '../views/case-record.ts';
import { takesFiles } from '../views/decision-fields.ts';
import { fileView } from '../views/file-view.ts';

type State = ActView['state'];

export function actLinkRoutes(
  needs: Needs & { askers: Askers },
): Handlers<'getAct' | 'createActNonce' | 'uploadActFile' | 'decideAct'> {
  const { prisma, policy, security, storage, askers } = needs;
  return {
    async getAct({ params, asker, response }) {
      response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
      const link = await findLink(prisma, params.token);
      const { holder, turn, state } = await standing(link);
      // Back from signing in, the person finds the turn open to them.
      const asks = needsSignIn(turn.process) && asker?.id !== link.userId;
      return actView(needs, { link, holder, turn, state, needsSignIn: asks, signedIn: asker });
    },

    async createActNonce({ params, asker }) {
      const link = await findLink(prisma, params.token);
      const { turn } = await mustBeOpen(link);
      mayAct(link, turn.process, asker);
      const { nonce, expiresAt } = await issueNonce(prisma, link);
      return { nonce, expiresAt: instant(expiresAt) };
    },

    /** As `POST /files`, in the name of the link's person, and only where the turn asks for files. */
    async uploadActFile({ params, asker, ip, request, response }) {
      const link = await findLink(prisma, params.token);
      const { turn } = await mustBeOpen(link, ip);
      mayAct(link, turn.process, asker);
      if (!takesFiles(purposeOf(turn))) throw new Problem('NotAllowed');
      return receiveUpload(request, response, async (upload) =>
        fileView(await keepUpload({ prisma, storage }, upload, link.userId)),
      );
    },

    async decideAct({ params, body, asker, ip }) {
      const link = await findLink(prisma, params.token);
      const { holder, turn } = await mustBeOpen(link, ip);
      mayAct(link, turn.process, asker);
      const { nonce, ...decision } = body;
      await useNonce(prisma, link, nonce);
      const receipt = await decideTurn(needs, {
        asker: holder,
        assignmentId: link.assignmentId,
        body: { ...decision, round: link.round },
        // One nonce, one decision: pressing twice with other words is not the same decision.
        decisionId: `link-${hashOf(nonce).slice(0, 32)}`,
        via: 'mail',
        ip,
      });
      await prisma.actionLink.updateMany({ where: { tokenHash: link.tokenHash }, data: { usedAt: new Date() } });
      return receipt;
    },
  };

  /** The person the link was made for, as they are now, and what became of the turn. */
  async function standing(link: ActLink) {
    const [holder, turn] = await Promise.all([
      askers.byId(link.userId),
      prisma.assignment.findUnique({ where: { id: link.assignmentId } }),
    ]);
    if (!turn || !holder) throw new Problem('NotFound');
    return { holder, turn, state: stateOf(link, turn, holder) };
  }

  function stateOf(
    link: ActLink,
    turn: Parameters<typeof standingOn>[1] & { state: string; round: number; decidedById: string | null },
    holder: Asker,
  ): State {
    if (turn.state !== 'open') return turn.decidedById !== null && turn.state !== 'transferred' ? 'decided' : 'moved';
    if (turn.round !== link.round || standingOn(holder, turn) === null) return 'moved';
    return link.expiresAt <= new Date() ? 'expired' : 'open';
  }

  async function mustBeOpen(link: ActLink, ip?: string) {
    const found = await standing(link);
    if (found.state === 'open') return found;
    if (ip !== undefined)
      await security({
        action: 'link-refused',
        userId: link.userId,
        target: `assignment ${link.assignmentId} ${found.state}`,
        ip,
      });
    if (found.state === 'expired') throw new Problem('LinkExpired');
    const decided = found.state === 'decided' ? await readDecided(needs, link.assignmentId) : null;
    throw decided ? alreadyDecided(decided) : new Problem('LinkClosed');
  }

  /** High stakes: only the person themself, signed in. A forwarded link of low stakes decides in its owner's name. */
  function mayAct(link: ActLink, process: string, signedIn: Asker | null): void {
    if (!needsSignIn(process)) return;
    if (!signedIn) throw new Problem('SignInRequired');
    if (signedIn.id !== link.userId) throw new Problem('NotYours');
  }

  function needsSignIn(process: string): boolean {
    const stakes: Partial<Record<string, 'low' | 'high'>> = policy.mail.linkStakes;
    return stakes[process] !== 'low';
  }
}
