import { z } from 'zod';
import type { AnyProcess } from '../../processes/catalogue.ts';
import { processBySlug } from '../../processes/catalogue.ts';
import { processOr404 } from '../applications.ts';
import type { Handlers } from '../call.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { decodeCursor, page, timeCursor } from '../paging.ts';
import { Problem } from '../problems.ts';

/** Enough for everything a person may have begun; a bound on what one account can store. */
const MAX_DRAFTS = 100;

export function draftRoutes({
  prisma,
}: Needs): Handlers<'listDrafts' | 'getDraft' | 'createDraft' | 'saveDraft' | 'deleteDraft'> {
  return {
    async listDrafts({ asker, query }) {
      const after = decodeCursor(query.cursor, timeCursor);
      const rows = await prisma.draft.findMany({
        where: {
          userId: asker.id,
          ...(after && {
            OR: [{ updatedAt: { lt: new Date(after[0]) } }, { updatedAt: new Date(after[0]), id: { lt: after[1] } }],
          }),
        },
        orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
        take: query.limit + 1,
      });
      return page(rows, query.limit, ({ updatedAt, id }) => [updatedAt.toISOString(), id], summary);
    },

    getDraft: async ({ asker, params }) => full(await own(asker.id, params.id)),

    async createDraft({ asker, body }) {
      const definition = processOr404(body.process);
      if ((await prisma.draft.count({ where: { userId: asker.id } })) >= MAX_DRAFTS) throw new Problem('NotAllowed');
      const form: object = body.form ?? (await startingForm(asker.id, definition, body)) ?? {};
      const correcting = body.caseId === undefined ? {} : { caseId: await mustBeCorrecting(asker.id, body.caseId) };
      return full(
        await prisma.draft.create({
          data: { userId: asker.id, process: definition.slug, form, ...correcting },
        }),
      );
    },

    async saveDraft({ asker, params, body }) {
      const draft = await own(asker.id, params.id);
      if (body.updatedAt !== undefined && Date.parse(body.updatedAt) !== draft.updatedAt.getTime())
        throw new Problem('DraftChanged');
      const form: object = body.form;
      return summary(await prisma.draft.update({ where: { id: draft.id }, data: { form } }));
    },

    async deleteDraft({ asker, params }) {
      const { id } = await own(asker.id, params.id);
      await prisma.draft.deleteMany({ where: { id } });
    },
  };

  async function own(userId: string, id: string) {
    const draft = await prisma.draft.findFirst({ where: { id, userId } });
    if (!draft) throw new Problem('NotFound');
    return draft;
  }

  /** The form to correct as it is; 复制再申请 without its files, which belong to the earlier case. */
  async function startingForm(
    applicantId: string,
    definition: AnyProcess,
    { caseId, copyOf }: { caseId?: string | undefined; copyOf?: string | undefined },
  ) {
    if (caseId !== undefined) return formOf(applicantId, definition, caseId);
    const copied = await formOf(applicantId, definition, copyOf);
    return copied === undefined ? undefined : without(copied, new Set(definition.fileIds(copied)));
  }

  async function formOf(
    applicantId: string,
    { slug }: AnyProcess,
    caseId: string | undefined,
  ): Promise<object | undefined> {
    if (caseId === undefined) return undefined;
    const row = await prisma.case.findFirst({
      where: { id: caseId, applicantId, process: slug },
      select: { form: true },
    });
    if (!row) throw new Problem('NotFound');
    return Object(row.form) as object;
  }

  async function mustBeCorrecting(applicantId: string, caseId: string): Promise<string> {
    const turn = await prisma.assignment.findFirst({
      where: { caseId, purpose: 'correct', state: 'open', personId: applicantId },
    });
    if (!turn) throw new Problem('NotOpen');
    return caseId;
  }
}

/** The same JSON with these strings left out of its lists. */
function without(node: unknown, left: ReadonlySet<string>): unknown {
  if (Array.isArray(node))
    return node.filter((item) => typeof item !== 'string' || !left.has(item)).map((item) => without(item, left));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, without(value, left)]));
}

interface DraftRow {
  id: string;
  process: string;
  caseId: string | null;
  form: unknown;
  createdAt: Date;
  updatedAt: Date;
}

const summary = ({ id, process, caseId, form, createdAt, updatedAt }: DraftRow) => ({
  id,
  caseId,
  process: { slug: process, name: processBySlug(process)?.name ?? { zh: process, en: process } },
  title: titleOf(process, form),
  createdAt: instant(createdAt),
  updatedAt: instant(updatedAt),
});

const full = (row: DraftRow) => ({ ...summary(row), form: row.form as Record<string, unknown> });

/** A half-filled form may not have a title yet. */
function titleOf(process: string, form: unknown): string {
  const definition = processBySlug(process);
  if (!definition) return process;
  try {
    return z.string().min(1).parse(definition.title(form));
  } catch {
    return definition.name.zh;
  }
}
