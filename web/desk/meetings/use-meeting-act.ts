import { useQueryClient } from '@tanstack/react-query';
import type { MeetingView } from '../../../api/contract/meetings.ts';
import type { Purpose, Verdict } from '../../../processes/case.ts';
import { api } from '../api.ts';
import { useAct } from '../case/use-act.ts';

type Turn = MeetingView['turns'][number];

export const turnOf = (meeting: MeetingView, purpose: Purpose, unitId?: string): Turn | undefined =>
  meeting.turns.find((turn) => turn.purpose === purpose && (unitId === undefined || turn.unitId === unitId));

/** Takes a turn of the meeting, or does something beside it; the meeting is read again either way. */
export const useMeetingAct = (id: string) => {
  const { act, busy } = useAct(id);
  const cache = useQueryClient();
  return {
    busy,
    act,
    refresh: () => cache.invalidateQueries({ queryKey: ['case', id] }),
    take: (turn: Turn, verdict: Verdict, done: string, opinion?: string) =>
      act(
        () =>
          api.decideAssignment({
            params: { id: turn.assignmentId },
            body: { verdict, round: turn.round, decisionId: crypto.randomUUID(), ...(opinion && { opinion }) },
          }),
        done,
      ),
  };
};
