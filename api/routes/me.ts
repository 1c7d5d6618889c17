import type { Role } from '../../processes/case.ts';
import { allProcesses } from '../../processes/catalogue.ts';
import { hasRole } from '../asker.ts';
import { applicantUnit } from '../applications.ts';
import type { Handlers } from '../call.ts';
import { listCountersigns } from '../contract/countersigns.ts';
import { unitRef } from '../directory.ts';
import type { Needs } from '../needs.ts';
import { leadUnits } from '../offices.ts';
import { Problem } from '../problems.ts';
import { certificateView } from '../views/certificate-view.ts';
import { notificationPage } from '../lists/notifications.ts';
import { createSubstitutes } from '../substitutes.ts';

type Names =
  | 'getMe'
  | 'listMyCertificates'
  | 'listNotifications'
  | 'listSubstitutes'
  | 'createSubstitute'
  | 'changeSubstitute'
  | 'deleteSubstitute'
  | 'listQuickPhrases'
  | 'createQuickPhrase'
  | 'changeQuickPhrase'
  | 'deleteQuickPhrase';

/** Who of a lead unit keeps watch over its countersigns. */
const BOARD_ROLES: readonly Role[] = listCountersigns.access.roles;

/** A person's phrases are few: they fill a menu. */
const MAX_PHRASES = 50;

export function meRoutes({ prisma, policy, offices, directory, security, publicUrl }: Needs): Handlers<Names> {
  const substitutes = createSubstitutes({ prisma, directory });
  const leading = leadUnits(policy);
  return {
    async getMe({ asker }) {
      const [units, named] = await Promise.all([directory.units(), substitutes.concerning(asker.id)]);
      const { id, name, email, mustChangePassword, memberships } = asker;
      return {
        id,
        name,
        email,
        mustChangePassword,
        memberships: memberships.map(({ unitId, role }) => ({
          unit: unitRef(units, unitId),
          unitKind: units.get(unitId)?.kind ?? '',
          role,
        })),
        mayApply: allProcesses
          .filter((process) => applicantUnit(asker, process, policy) !== null)
          .map((process) => ({ slug: process.slug, name: process.name })),
        leads: memberships.some(({ unitId, role }) => leading.has(unitId) && BOARD_ROLES.includes(role)),
        oversees: allProcesses
          .map(({ slug }) => slug)
          .filter((slug) =>
            offices
              .get(slug)
              ?.some((office) => memberships.some((one) => one.unitId === office.unitId && one.role === office.role)),
          ),
        substituteFor: named.filter(({ substitute, inForce }) => substitute.id === id && inForce),
        substitutedBy: named.filter(({ principal }) => principal.id === id),
      };
    },

    async listMyCertificates({ asker }) {
      const rows = await prisma.certificate.findMany({ where: { teacherId: asker.id }, orderBy: { issuedOn: 'desc' } });
      const units = await directory.units();
      return { items: rows.map((row) => certificateView(row, units, publicUrl)) };
    },

    listNotifications: ({ asker, query }) => notificationPage({ prisma }, asker.id, query),

    async listSubstitutes({ asker, query }) {
      if (!query.all) return { items: await substitutes.concerning(asker.id) };
      if (!hasRole(asker, 'administrator')) throw new Problem('Forbidden');
      return { items: await substitutes.all() };
    },

    async createSubstitute({ asker, body, ip }) {
      const { principalId = asker.id, ...named } = body;
      if (principalId !== asker.id && !hasRole(asker, 'administrator')) throw new Problem('Forbidden');
      const made = await substitutes.create({ principalId, ...named });
      await security({
        action: 'substitute-named',
        userId: asker.id,
        target: `${principalId} → ${named.substituteId}`,
        ip,
      });
      return made;
    },

    async changeSubstitute({ asker, params, body, ip }) {
      await mineOrAdministrated(asker, params.id);
      const changed = await substitutes.change(params.id, body);
      await security({ action: 'substitute-named', userId: asker.id, target: `substitute ${params.id}`, ip });
      return changed;
    },

    async deleteSubstitute({ asker, params, ip }) {
      await mineOrAdministrated(asker, params.id);
      await prisma.substitute.deleteMany({ where: { id: params.id } });
      await security({ action: 'substitute-ended', userId: asker.id, target: `substitute ${params.id}`, ip });
    },

    listQuickPhrases: async ({ asker }) => ({
      items: await prisma.quickPhrase.findMany({
        where: { userId: asker.id },
        select: { id: true, body: true },
        orderBy: { body: 'asc' },
      }),
    }),

    async createQuickPhrase({ asker, body }) {
      if ((await prisma.quickPhrase.count({ where: { userId: asker.id } })) >= MAX_PHRASES)
        throw new Problem('NotAllowed');
      return prisma.quickPhrase.create({
        data: { userId: asker.id, body: body.body },
        select: { id: true, body: true },
      });
    },

    async changeQuickPhrase({ asker, params, body }) {
      const { count } = await prisma.quickPhrase.updateMany({
        where: { id: params.id, userId: asker.id },
        data: { body: body.body },
      });
      if (count === 0) throw new Problem('NotFound');
      return { id: params.id, body: body.body };
    },

    async deleteQuickPhrase({ asker, params }) {
      const { count } = await prisma.quickPhrase.deleteMany({ where: { id: params.id, userId: asker.id } });
      if (count === 0) throw new Problem('NotFound');
    },
  };

  async function mineOrAdministrated(asker: Parameters<typeof hasRole>[0], id: string): Promise<void> {
    const row = await prisma.substitute.findUnique({ where: { id } });
    if (!row || (row.principalId !== asker.id && !hasRole(asker, 'administrator'))) throw new Problem('NotFound');
  }
}
