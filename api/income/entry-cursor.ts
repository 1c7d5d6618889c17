import { z } from 'zod';

/** Entries are numbered as they are posted. */
export const entryCursor = z.tuple([z.string().regex(/^\d{1,18}$/)]);
