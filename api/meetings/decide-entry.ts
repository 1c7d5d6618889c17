import type { Verdict } from '../../processes/case.ts';
import type { Receipt } from '../../workflows/messages.ts';
import type { Call } from '../call.ts';
import type { decideEntry } from '../contract/meetings.ts';
import { decideTurn } from '../decisions.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import type { MeetingRecord } from './sight.ts';

/** 会上审定: a case of the agenda is decided through its own open turn, by whoever holds it; the opinion names the meeting. */
export async function decideAgendaEntry(
  needs: Needs,
  { asker, params, body, via, ip, request }: Call<typeof decideEntry>,
  { file, form }: MeetingRecord,
): Promise<Receipt> {
  const { prisma } = needs;
  const entry = await prisma.agendaEntry.findFirst({
    where: { id: params.entryId, caseId: params.id, kind: 'case', final: true },
  });
  // Nothing is decided by a meeting whose agenda is not set.
  if (!entry?.aboutId) throw new Problem('NotFound');
  const turns = await prisma.assignment.findMany({
    where: { caseId: entry.aboutId, stage: 'joint-meeting', purpose: 'decide' },
    orderBy: { openedAt: 'desc' },
  });
  const turn = turns.find(({ state }) => state === 'open') ?? turns[0];
  if (!turn) throw new Problem('NotOpen');
  const named = `经${form.meeting.heldOn}${file.title}（${file.number}）审议${said[body.verdict]}`;
  const { opinion } = body;
  // The reason is the handler's own word: the meeting's name does not stand in for it.
  if (body.verdict !== 'approve' && !opinion) throw new Problem('OpinionRequired');
  return decideTurn(needs, {
    asker,
    assignmentId: turn.id,
    body: { verdict: body.verdict, opinion: opinion ? `${named}：${opinion}` : `${named}。` },
    decisionId: request.get('idempotency-key'),
    ...{ via, ip },
  });
}

const said: Record<Verdict, string> = { approve: '同意', return: '退回', reject: '不同意', recuse: '回避' };
