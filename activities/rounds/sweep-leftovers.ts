/** Least data (PIPL): what was sent but never became part of a case does not stay. */
import { Context } from '@temporalio/activity';
import type { Prisma } from '../../prisma/client.ts';
import { DAY_MS } from '../../processes/shanghai.ts';
import type { Storage } from '../../storage.ts';

export interface Swept {
  remarks: number;
  submissions: number;
  idempotencyKeys: number;
  actionLinks: number;
  files: number;
}

/** Days after which each goes. */
const KEPT_DAYS = {
  /** Opinions of refused messages. */
  remark: 2,
  /** Forms of refused submissions. */
  submission: 7,
  /** A client that repeats a request does so within minutes. */
  idempotencyKey: 2,
  /** An old link still says who decided and when. */
  actionLink: 184,
  /** Uploads that neither a case nor a draft names. */
  file: 7,
};

const FILES_A_PAGE = 100;

export async function sweepLeftovers({
  prisma,
  storage,
  atMs,
}: {
  prisma: Prisma;
  storage: Storage;
  atMs: number;
}): Promise<Swept> {
  const before = (days: number) => new Date(atMs - days * DAY_MS);
  const remarks = await prisma.remark.deleteMany({
    where: { final: false, createdAt: { lt: before(KEPT_DAYS.remark) } },
  });
  const submissions = await prisma.submission.deleteMany({
    where: { acceptedAt: null, createdAt: { lt: before(KEPT_DAYS.submission) } },
  });
  const keys = await prisma.idempotencyKey.deleteMany({
    where: { createdAt: { lt: before(KEPT_DAYS.idempotencyKey) } },
  });
  const links = await prisma.actionLink.deleteMany({ where: { expiresAt: { lt: before(KEPT_DAYS.actionLink) } } });
  return {
    remarks: remarks.count,
    submissions: submissions.count,
    idempotencyKeys: keys.count,
    actionLinks: links.count,
    files: await sweepFiles(prisma, storage, before(KEPT_DAYS.file)),
  };
}

async function sweepFiles(prisma: Prisma, storage: Storage, before: Date): Promise<number> {
  let removed = 0;
  for (let after = ''; ;) {
    const page = await prisma.$queryRaw<{ id: string }[]>`
      SELECT id FROM file f WHERE case_id IS NULL AND created_at < ${before} AND id > ${after}
        AND NOT EXISTS (SELECT FROM draft d WHERE d.user_id = f.uploaded_by_id AND d.form::text LIKE '%' || f.id || '%')
        AND NOT EXISTS (SELECT FROM submission s WHERE f.id = ANY (s.file_ids))
      ORDER BY id LIMIT ${FILES_A_PAGE}`;
    for (const { id } of page) {
      if (await removeFile(prisma, storage, id)) removed += 1;
      Context.current().heartbeat(removed);
    }
    const last = page.at(-1);
    if (page.length < FILES_A_PAGE || !last) return removed;
    after = last.id;
  }
}

/** Bytes first, then the row, under the row's lock: a case that takes the file in the same moment waits and finds it gone, or keeps it. */
const removeFile = (prisma: Prisma, storage: Storage, id: string): Promise<boolean> =>
  prisma.$transaction(async (tx) => {
    const [file] = await tx.$queryRaw<{ storage_key: string }[]>`
      SELECT storage_key FROM file WHERE id = ${id} AND case_id IS NULL FOR UPDATE`;
    if (!file) return false;
    await storage.remove(file.storage_key);
    await tx.file.delete({ where: { id }, select: { id: true } });
    return true;
  });
