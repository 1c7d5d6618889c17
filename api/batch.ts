/** 批量同意: several plain reviews, one after the other; each answers for itself. */
import type { Actor } from '../processes/case.ts';
import { answerEach } from './answer-each.ts';
import type { Asker } from './asker.ts';
import { decideTurn } from './decisions.ts';
import type { Deciding } from './decisions.ts';
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
  const items = await answerEach(assignmentIds, language, (assignmentId) =>
    decideTurn(deciding, {
      ...{ asker, assignmentId, via, ip },
      body: { verdict: 'approve', opinion },
      plainOnly: true,
    }),
  );
  return { items };
}
