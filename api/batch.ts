/** 批量同意: several plain reviews, one after the other; each answers for itself. */
import type { Actor } from '../processes/case.ts';
import type { Asker } from './asker.ts';
import { decideTurn } from './decisions.ts';
import type { Deciding } from './decisions.ts';
import { problemOf } from './faults.ts';
import { problemDocument } from './problems.ts';
import type { Language } from './problems.ts';

interface Batch {
  asker: Asker;
  assignmentIds: string[];
  opinion?: string | undefined;
  via: Actor['via'];
  ip: string;
  language: Language;
}

export async function approveBatch(deciding: Deciding, { asker, assignmentIds, opinion, via, ip, language }: Batch) {
  const items = [];
  for (const assignmentId of new Set(assignmentIds)) {
    try {
      await decideTurn(deciding, {
        asker,
        assignmentId,
        body: { verdict: 'approve', opinion },
        plainOnly: true,
        via,
        ip,
      });
      items.push({ assignmentId, ok: true, code: null, detail: null });
    } catch (error) {
      const { code, detail } = problemDocument(problemOf(error), language, '');
      items.push({ assignmentId, ok: false, code, detail });
    }
  }
  return { items };
}
