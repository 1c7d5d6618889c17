import type { Prisma } from '../../prisma/client.ts';
import type { Policy } from '../../processes/policy.ts';
import type { Storage } from '../../storage.ts';

export interface DocumentDependencies {
  prisma: Prisma;
  storage: Storage;
  /** Root of all links, without a slash at the end. */
  publicUrl: string;
  /** Office and plan named on documents. */
  district: Policy['district'];
}

/** `uploadedById` of files the service itself produced. */
export const PRODUCED = 'lianban';
