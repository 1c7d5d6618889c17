import type { FileView } from '../contract/drafts.ts';
import { instant } from '../instant.ts';

interface FileRow {
  id: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  createdAt: Date;
}

export const fileView = ({ id, name, mime, size, sha256, createdAt }: FileRow): FileView => ({
  id,
  name,
  mime,
  size,
  sha256,
  uploadedAt: instant(createdAt),
});

/** Files the service drew itself, such as the certificate, have this instead of a user id (activities/documents). */
export const PRODUCED = 'lianban';

export const isProduced = ({ uploadedById }: { uploadedById: string }): boolean => uploadedById === PRODUCED;
