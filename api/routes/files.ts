import { pipeline } from 'node:stream/promises';
import type { Asker } from '../asker.ts';
import type { Handlers } from '../call.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { keepUpload } from '../uploads/keep-upload.ts';
import { receiveUpload } from '../uploads/receive-upload.ts';
import { fileView } from '../views/file-view.ts';

export function fileRoutes({ prisma, storage, door }: Needs): Handlers<'uploadFile' | 'getFile' | 'deleteFile'> {
  return {
    uploadFile: ({ asker, request, response }) =>
      receiveUpload(request, response, async (upload) =>
        fileView(await keepUpload({ prisma, storage }, upload, asker.id)),
      ),

    async getFile({ asker, params, ip, response }) {
      const file = await readable(asker, params.id, ip);
      const content = storage.stream(file.storageKey);
      response.attachment(file.name).type(file.mime);
      response.set({
        'Content-Length': String(file.size),
        'Cache-Control': 'private, no-store',
        // Whatever a file holds, opened in a browser it runs nothing.
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-SHA256': file.sha256,
      });
      await pipeline(content, response);
    },

    async deleteFile({ asker, params }) {
      const file = await prisma.file.findFirst({ where: { id: params.id, uploadedById: asker.id, caseId: null } });
      // Asked again in the deletion: a case may take the file in this instant, and then it stays.
      const { count } = await prisma.file.deleteMany({
        where: { id: params.id, uploadedById: asker.id, caseId: null },
      });
      if (!file || count === 0) throw new Problem('NotFound');
      await storage.remove(file.storageKey);
    },
  };

  /** The uploader until a case holds it, then whoever may see the case. */
  async function readable(asker: Asker, id: string, ip: string) {
    const file = await prisma.file.findUnique({ where: { id } });
    if (!file) throw new Problem('NotFound');
    if (file.caseId !== null) await door.enter(asker, file.caseId, ip);
    else if (file.uploadedById !== asker.id) throw new Problem('NotFound');
    return file;
  }
}
