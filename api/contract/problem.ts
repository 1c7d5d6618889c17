/** RFC 9457 problem documents: every error of the API has this shape. */
import { z } from 'zod';
import { fieldError, instant } from './shapes.ts';

export const problem = z
  .object({
    /** A page of the docs that explains the code. */
    type: z.string(),
    status: z.int(),
    /** In the language of `Accept-Language` (zh first, en). */
    title: z.string(),
    detail: z.string(),
    /** Stable word to act on, e.g. `AlreadyDecided`. */
    code: z.string(),
    /** Quote it when asking for help: it is in the log. */
    correlationId: z.string().optional(),
    /** For a body, query or parameter: what is wrong, and where (dots, e.g. `form.practice.0.from`). */
    errors: z.array(fieldError).optional(),
    /** AlreadyDecided, where the asker may know. */
    decidedBy: z.string().optional(),
    decidedAt: instant.optional(),
    verdict: z.string().optional(),
    /** UrgedTooSoon, TooManyRequests, Locked. */
    againAt: instant.optional(),
    /** WrongRound: the round now open. */
    round: z.int().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
