/** The timeline as somebody may read it. */
import type { Prisma } from '../../prisma/client.ts';
import type { CaseRules } from '../../processes/case.ts';
import type { Sight } from '../access.ts';
import type { TimelineEvent } from '../contract/cases.ts';
import type { Directory } from '../directory.ts';
import { stageName } from './case-record.ts';
import { eventText } from './event-text.ts';

interface Asked {
  caseId: string;
  rules: CaseRules;
  /** Only rows with a higher sequence. */
  after: number;
  sight: Sight;
}

/** Who sits on a panel stays among those who handle the case: votes are to be free (sealed until all are in). */
const PANEL_KINDS = new Set(['vote-cast', 'panel-drawn', 'panel-appointed', 'recused']);
/** What an objection led to is public; who filed it and what was found in detail is for handlers. */
const HANDLER_REMARKS = new Set([
  'objection-dismissed',
  'objection-upheld',
  'consulted',
  'delegated',
  'signer-added',
  'recused',
]);

export async function readTimeline(
  { prisma, directory }: { prisma: Prisma; directory: Directory },
  { caseId, rules, after, sight }: Asked,
): Promise<TimelineEvent[]> {
  const rows = await prisma.event.findMany({
    where: { caseId, sequence: { gt: after } },
    orderBy: { sequence: 'asc' },
  });
  const remarks = await prisma.remark.findMany({
    where: { id: { in: rows.flatMap(({ remarkId }) => remarkId ?? []) }, final: true },
    select: { id: true, body: true },
  });
  const opinions = new Map(remarks.map(({ id, body }) => [id, body]));
  const people = await directory.people(
    rows.flatMap(({ actorId, onBehalfOfId, facts }) => [
      actorId,
      onBehalfOfId,
      ...peopleIn(facts as Record<string, unknown>),
    ]),
  );
  return rows.map((row) => {
    const facts = row.facts as Record<string, unknown>;
    const hidden = PANEL_KINDS.has(row.kind) && !sight.handles;
    const acting = row.actorId === null ? '' : hidden ? '专家' : people.name(row.actorId);
    const standing = row.onBehalfOfId === null ? '' : ` 代 ${people.name(row.onBehalfOfId)} `;
    const investigating = row.kind === 'decided' && facts.purpose === 'investigate';
    const remarkShown = sight.handles || !(HANDLER_REMARKS.has(row.kind) || investigating);
    return {
      sequence: row.sequence,
      kind: row.kind,
      at: row.at,
      stage: row.stage === null ? null : stageName(rules, row.stage),
      round: row.round,
      actor: hidden ? null : people.orNull(row.actorId),
      onBehalfOf: people.orNull(row.onBehalfOfId),
      via: row.via as TimelineEvent['via'],
      text: eventText(row.kind, {
        actor: acting + standing,
        stage: row.stage === null ? { zh: '', en: '' } : stageName(rules, row.stage).name,
        facts,
        others: hidden ? [] : peopleIn(facts).map((id) => people.name(id)),
        returnedTo:
          facts.to === 'applicant'
            ? { zh: '申请人', en: 'the applicant' }
            : stageName(rules, String(facts.to ?? '')).name,
      }),
      remark: remarkShown && row.remarkId !== null ? (opinions.get(row.remarkId) ?? null) : null,
      facts: plainFacts(facts),
      hash: row.hash,
    };
  });
}

const peopleIn = ({ userId, userIds, experts }: Record<string, unknown>): string[] =>
  [userId, ...(Array.isArray(userIds) ? userIds : []), ...(Array.isArray(experts) ? experts : [])].filter(
    (id) => typeof id === 'string',
  );

/** Numbers, yes/no and words; ids are nobody's business. */
const plainFacts = (facts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([name, value]) => !/Ids?$/.test(name) && !Array.isArray(value)));
