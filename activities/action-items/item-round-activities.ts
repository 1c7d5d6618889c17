/** The meeting's own standing work: yearly items are made, the month's bulletin is drafted and published. */
import { createHash } from 'node:crypto';
import type { Prisma } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { readItemJournals } from '../../prisma/item-journals.ts';
import { bulletinOf, lastDayOf, monthBefore } from '../../processes/meeting-action-items/bulletin.ts';
import { meetingActionItems } from '../../processes/meeting-action-items/definition.ts';
import { actionItemForm, type ActionItemForm } from '../../processes/meeting-action-items/form.ts';
import type { Policy } from '../../processes/policy.ts';
import { dateOfDay, dayOfDate, shanghaiDate } from '../../processes/shanghai.ts';
import { calendarFor } from '../../processes/working-days.ts';
import type { CaseInput } from '../../workflows/messages.ts';
import { messageIdFor } from '../cases/notifications.ts';
import { asJson } from '../cases/writing.ts';

export interface ItemRoundDependencies {
  prisma: Prisma;
  policy: Policy;
  /** Right-hand side of Message-IDs, as for cases. */
  mailDomain: string;
}

/** Each is safe to run twice. */
export function createItemRoundActivities({ prisma, policy, mailDomain }: ItemRoundDependencies) {
  const rules = policy.processes['meeting-action-items'];

  async function queue(rows: { key: string; kind: string; recipientId: string; facts: Record<string, string> }[]) {
    const { count } = await prisma.notification.createMany({
      data: rows.map((row) => ({ ...row, messageId: messageIdFor(row.key, mailDomain) })),
      skipDuplicates: true,
    });
    return count;
  }

  return {
    /**
     * Yearly items whose time has come by `atMs` and that are not made yet: their forms are stored, what comes back starts them. A round
     * missed is made up for until the day they are due.
     */
    async prepareYearlyItems({ atMs }: { atMs: number }): Promise<CaseInput[]> {
      const today = shanghaiDate(atMs);
      const year = Number(today.slice(0, 4));
      const series = await prisma.itemSeries.findMany({ where: { active: true } });
      const due = series.flatMap((each) =>
        [year, year + 1]
          .map((of) => ({ ...each, year: of, dueOn: dayOfYear(of, each) }))
          .filter(({ dueOn, leadDays }) => dateOfDay(dayOfDate(dueOn) - leadDays) <= today && today <= dueOn),
      );
      const inputs: CaseInput[] = [];
      for (const { id, template, year: of, dueOn, createdById, unitId } of due) {
        const made = await prisma.actionItem.count({ where: { seriesId: id, seriesYear: of } });
        if (made > 0) continue;
        const form = yearlyForm((template as { form: unknown }).form, { seriesId: id, seriesYear: of, dueOn });
        const caseId = uuidOf(`yearly item ${id} ${of}`);
        await prisma.submission.createMany({
          data: {
            ...{ id: caseId, caseId, process: meetingActionItems.slug, applicantId: createdById, unitId },
            ...{ title: meetingActionItems.title(form), form, fileIds: [] },
          },
          skipDuplicates: true,
        });
        inputs.push({
          ...{ caseId, process: meetingActionItems.slug, applicantId: createdById, unitId },
          rules: meetingActionItems.rules(policy, { unitId }, form),
          facts: meetingActionItems.facts(form),
        });
      }
      return inputs;
    },

    /** The bulletin of the month before, as its last day was; the secretariat is asked to read it. Returns the month, `2026-11`. */
    async draftBulletin({ atMs }: { atMs: number }): Promise<{ month: string }> {
      const month = monthBefore(shanghaiDate(atMs).slice(0, 7));
      const calendar = calendarFor(await prisma.calendarYear.findMany());
      const items = await readItemJournals(prisma, Sql.sql`i.starts_on <= ${lastDayOf(month)}`);
      const snapshot = bulletinOf(items, month, { scores: rules.scores, lights: rules.lights, calendar });
      await prisma.bulletin.createMany({
        data: { month, snapshot: asJson(snapshot), draftedAt: new Date(atMs) },
        skipDuplicates: true,
      });
      const { unitId, role } = rules.secretariat;
      const office = await prisma.membership.findMany({ where: { unitId, role, user: { disabled: false } } });
      await queue(
        office.map(({ userId }) => ({
          key: `bulletin-drafted:${month}:${userId}`,
          kind: 'bulletin-drafted',
          recipientId: userId,
          facts: { month },
        })),
      );
      return { month };
    },

    /** Published by a person; mailed to contacts, reviewers and leaders of every unit that leads or supports an item. Returns how many mails. */
    async sendBulletin({ month, actorId, atMs }: { month: string; actorId: string; atMs: number }): Promise<number> {
      await prisma.bulletin.updateMany({
        where: { month, state: 'draft' },
        data: { state: 'published', publishedById: actorId, publishedAt: new Date(atMs) },
      });
      const { contact, leader, secretariat } = rules;
      const readers = await prisma.$queryRaw<{ userId: string; unitId: string }[]>`
        WITH unit AS (
          SELECT lead_unit_id AS id FROM action_item UNION SELECT unit_id FROM item_support
        ), reader AS (
          SELECT m.user_id, m.unit_id FROM membership m JOIN unit ON unit.id = m.unit_id
          WHERE m.role IN (${contact.role}, ${leader.department}, ${leader.school})
          UNION SELECT m.user_id, m.unit_id FROM membership m WHERE m.unit_id = ${secretariat.unitId} AND m.role = ${secretariat.role}
          UNION SELECT contact_id, lead_unit_id FROM action_item WHERE contact_id IS NOT NULL AND state NOT IN ('closed', 'ended')
        )
        SELECT u.id AS "userId", min(r.unit_id) AS "unitId" FROM reader r JOIN "user" u ON u.id = r.user_id AND NOT u.disabled
        GROUP BY u.id ORDER BY u.id`;
      return queue(
        readers.map(({ userId, unitId }) => ({
          key: `bulletin-published:${month}:${userId}`,
          kind: 'bulletin-published',
          recipientId: userId,
          facts: { month, unitId },
        })),
      );
    },
  };
}

function yearlyForm(
  template: unknown,
  { seriesId, seriesYear, dueOn }: { seriesId: string; seriesYear: number; dueOn: string },
): ActionItemForm {
  const { source, ...rest } = template as ActionItemForm;
  return actionItemForm.parse({
    ...rest,
    source: { ...source, seriesId, seriesYear },
    time: { dueOn, milestones: [] },
  });
}

/** 31 in a month of 30 days is its last day. */
function dayOfYear(year: number, { dueMonth, dueDay }: { dueMonth: number; dueDay: number }): string {
  const month = `${year}-${String(dueMonth).padStart(2, '0')}`;
  const last = lastDayOf(month);
  const day = `${month}-${String(dueDay).padStart(2, '0')}`;
  return day < last ? day : last;
}

/** A UUID (version 8) made of a name: the same year of a series is one case, whoever makes it. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
