/** Why something cannot be done with a post in force now. */
import type { Bilingual, EngagementStage } from '../../processes/case.ts';
import { isDate } from './is-date.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Decision, PostAct, PostMessage, Refusal } from '../messages.ts';
import type { Turn } from './assignment-book.ts';
import type { CaseFile } from './case-file.ts';
import type { EngagementRecord } from './engagement-record.ts';
import { sameHolder } from './same-holder.ts';

export function postRefusal(file: CaseFile, message: PostMessage): Refusal | undefined {
  const post = file.engagement;
  if (!post || file.phase !== 'in-force') return { code: 'NotOpen' };
  const stage = file.stage(post.visit.stage, 'engagement');
  const { act, remarkId } = message;
  const refusal = notTheirs(file, stage, message);
  if (refusal) return refusal;
  if (act.kind !== 'propose-change' && act.kind !== 'withdraw-change' && !remarkId) return { code: 'OpinionRequired' };
  switch (act.kind) {
    case 'correct-declaration':
      return correctionRefusal(post, act);
    case 'propose-change':
      if (post.over) return { code: 'NotOpen' };
      if (post.change) return { code: 'NotAllowed', what: 'change-under-way' };
      if (post.suspended) return { code: 'NotAllowed', what: 'post-suspended' };
      if (!act.submissionId) return { code: 'BadDecisionData', field: 'submissionId', rule: 'required' };
      return stage.changesFrom.includes(act.from)
        ? undefined
        : { code: 'BadDecisionData', field: 'from', rule: 'stage-of-changes' };
    case 'withdraw-change':
      return post.change ? undefined : { code: 'NotAllowed', what: 'no-change-under-way' };
    case 'suspend':
      if (post.over) return { code: 'NotOpen' };
      return post.suspendedByDecision ? { code: 'NotAllowed', what: 'post-suspended' } : undefined;
    case 'resume':
      if (post.over) return { code: 'NotOpen' };
      if (post.periods.some(({ state }) => state === 'missed'))
        return { code: 'NotAllowed', what: 'declaration-missing' };
      return post.suspendedByDecision ? undefined : { code: 'NotAllowed', what: 'not-suspended' };
    case 'end':
      return post.over ? { code: 'NotOpen' } : endRefusal(post, act);
    case 'close':
      return post.over ? undefined : { code: 'NotAllowed', what: 'post-in-force' };
  }
}

/** The teacher's own acts are the teacher's, in person; a supervisor never acts on an own post; both may end it. */
function notTheirs(file: CaseFile, { supervisors }: EngagementStage, { act, actor }: PostMessage): Refusal | undefined {
  const { applicantId, rules } = file.input;
  const own = actor.userId === applicantId && actor.onBehalfOf === undefined;
  const entitled = act.kind === 'close' ? [rules.administrator] : supervisors;
  switch (act.kind) {
    case 'correct-declaration':
    case 'propose-change':
    case 'withdraw-change':
      return own ? undefined : { code: 'NotYours' };
    case 'end':
      if (own) return undefined;
      break;
    case 'suspend':
    case 'resume':
    case 'close':
      if (actor.userId === applicantId || actor.onBehalfOf === applicantId) return { code: 'OwnCase' };
      break;
  }
  return entitled.some((holder) => sameHolder(holder, actor.as)) ? undefined : { code: 'NotYours' };
}

function correctionRefusal(
  { periods }: EngagementRecord,
  { period: key, declarationId }: Extract<PostAct, { kind: 'correct-declaration' }>,
): Refusal | undefined {
  const period = periods.find((each) => each.key === key);
  if (!period) {
    const message: Bilingual = {
      zh: '该申报期不在兼职期限内，或尚未到申报时间',
      en: 'The post was not in force in this period, or it is not over yet',
    };
    return { code: 'BadDecisionData', field: 'period', rule: 'period-in-force', message };
  }
  if (!declarationId) return { code: 'BadDecisionData', field: 'declarationId', rule: 'required' };
  switch (period.state) {
    case 'accepted':
      return undefined;
    case 'filed':
      return { code: 'NotAllowed', what: 'declaration-being-checked' };
    case 'open':
    case 'missed':
      return { code: 'NotAllowed', what: 'declaration-due' };
  }
}

/** A post ends today at the latest; it may have ended before anybody said so. */
function endRefusal(
  { startsOn, endsOn }: EngagementRecord,
  { endedOn = shanghaiDate(Date.now()) }: Extract<PostAct, { kind: 'end' }>,
): Refusal | undefined {
  const today = shanghaiDate(Date.now());
  const earliest = startsOn < today ? startsOn : today;
  const message: Bilingual = {
    zh: `终止日期应在 ${earliest} 至 ${today < endsOn ? today : endsOn} 之间`,
    en: `The last day is from ${earliest} to ${today < endsOn ? today : endsOn}`,
  };
  return isDate(endedOn) && endedOn >= earliest && endedOn <= today && endedOn <= endsOn
    ? undefined
    : { code: 'BadDecisionData', field: 'endedOn', rule: 'day-of-the-post', message };
}

/** A declaration is named by the id of its row, and is of the period that was asked for. */
export function declarationRefusal({ purpose, subjectId }: Turn, { data }: Decision): Refusal | undefined {
  if (purpose !== 'declare') return undefined;
  if (typeof data?.declarationId !== 'string' || data.declarationId === '')
    return { code: 'BadDecisionData', field: 'declarationId', rule: 'required' };
  return data.period === subjectId
    ? undefined
    : { code: 'BadDecisionData', field: 'period', rule: 'period-of-the-turn' };
}
