import { z } from 'zod';
import { declarationForm } from '../../processes/part-time-income/declaration.ts';
import type { Asker } from '../asker.ts';
import type { Handlers } from '../call.ts';
import { declareIncome, lookAtDeclaration } from '../engagements/declare.ts';
import { overview } from '../engagements/overview.ts';
import { actOn, lookAtChange, proposeChange, renewPost } from '../engagements/post-acts.ts';
import type { PostRow } from '../engagements/post-rows.ts';
import { postDetail } from '../engagements/post-view.ts';
import { proposedPractice } from '../engagements/practice.ts';
import { registerSheet } from '../engagements/register-sheet.ts';
import { allPosts, listPosts } from '../engagements/register.ts';
import { postSight, sees } from '../engagements/sight.ts';
import { sendSheet } from '../fund/sheet-cells.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';

type Names =
  | 'listEngagements'
  | 'exportEngagements'
  | 'getEngagementOverview'
  | 'getDeclarationForm'
  | 'proposePractice'
  | 'getEngagement'
  | 'checkDeclaration'
  | 'declareIncome'
  | 'suspendEngagement'
  | 'resumeEngagement'
  | 'endEngagement'
  | 'closeEngagement'
  | 'checkChange'
  | 'proposeChange'
  | 'withdrawChange'
  | 'renewEngagement';

interface Entering {
  asker: Asker;
  params: { id: string };
  ip: string;
}

export function engagementRoutes(needs: Needs): Handlers<Names> {
  const { prisma, offices, security } = needs;
  const form = z.toJSONSchema(declarationForm, { io: 'input' }) as Record<string, unknown>;
  return {
    listEngagements: ({ asker, query }) => listPosts(needs, postSight(asker, offices), query),

    async exportEngagements({ asker, query, language, response }) {
      const posts = await allPosts(needs, postSight(asker, offices), query);
      sendSheet(response, await registerSheet(posts, language), '兼职登记册');
    },

    async getEngagementOverview({ asker, query }) {
      const sight = postSight(asker, offices);
      if (!sight.all) throw new Problem('Forbidden');
      return overview(needs, sight, query.year);
    },

    getDeclarationForm: async () => ({ form }),

    proposePractice: ({ asker }) => proposedPractice(needs, asker.id),

    getEngagement: async (call) => postDetail(needs, call.asker, await enter(call)),

    async checkDeclaration(call) {
      const row = await enterOwn(call);
      const { form: read, findings, errors, correction, state } = await lookAtDeclaration(needs, row, call.body);
      return {
        findings,
        errors: errors.map(({ path, message }) => ({
          path,
          message: typeof message === 'string' ? message : message[call.language],
        })),
        correction,
        mayDeclare: read !== undefined && state !== 'filed' && findings.every(({ level }) => level !== 'error'),
      };
    },

    declareIncome: async (call) => declareIncome(needs, await enterOwn(call), call.body, call),

    suspendEngagement: async (call) => actOn(needs, await enter(call), call, { kind: 'suspend' }, call.body.reason),
    resumeEngagement: async (call) => actOn(needs, await enter(call), call, { kind: 'resume' }, call.body.reason),
    async endEngagement(call) {
      const { reason, endedOn } = call.body;
      return actOn(needs, await enter(call), call, { kind: 'end', ...(endedOn && { endedOn }) }, reason);
    },
    closeEngagement: async (call) => actOn(needs, await enter(call), call, { kind: 'close' }, call.body.reason),

    async checkChange(call) {
      const { findings, errors, from } = await lookAtChange(needs, await enterOwn(call), call.body);
      return {
        findings,
        errors: errors.map(({ path, message }) => ({ path, message: message[call.language] })),
        from,
        mayPropose: errors.length === 0 && from !== null && findings.every(({ level }) => level !== 'error'),
      };
    },

    proposeChange: async (call) => proposeChange(needs, await enterOwn(call), call.body, call),

    withdrawChange: async (call) =>
      actOn(needs, await enterOwn(call), call, { kind: 'withdraw-change' }, call.body.reason),

    renewEngagement: async (call) => renewPost(needs, await enterOwn(call), call.asker),
  };

  /** A post that is not one's to see is not there; that somebody tried is on record. */
  async function enter({ asker, params, ip }: Entering): Promise<PostRow> {
    const row = await prisma.engagement.findUnique({ where: { caseId: params.id } });
    if (!row) throw new Problem('NotFound');
    if (!sees(postSight(asker, offices), row)) {
      await security({ action: 'access-refused', userId: asker.id, target: `engagement ${params.id}`, ip });
      throw new Problem('NotFound');
    }
    return row;
  }

  /** Only the teacher declares, changes and renews. */
  async function enterOwn(call: Entering): Promise<PostRow> {
    const row = await enter(call);
    if (row.teacherId !== call.asker.id) throw new Problem('NotYours');
    return row;
  }
}
