import type { Bilingual, Stage } from '../../processes/case.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Decision, Refusal } from '../messages.ts';
import { isDate } from './is-date.ts';

/** 集体研究: where a review asks for it, an approval names the meeting by its day and the number of its minutes. */
export function meetingRecordRefusal(stage: Stage | undefined, { verdict, data }: Decision): Refusal | undefined {
  if (stage?.kind !== 'review' || !stage.meeting || verdict !== 'approve') return undefined;
  if (!isDate(data?.meetingOn) || data.meetingOn > shanghaiDate(Date.now())) {
    const message: Bilingual = {
      zh: '会议日期应为 YYYY-MM-DD，且不晚于今天',
      en: 'The day of the meeting, YYYY-MM-DD, today at the latest',
    };
    return { code: 'BadDecisionData', field: 'meetingOn', rule: 'day-until-today', message };
  }
  const number = data.meetingNumber;
  return typeof number === 'string' && number.trim() === number && /^[^\p{Cc}\p{Zl}\p{Zp}]{1,40}$/u.test(number)
    ? undefined
    : { code: 'BadDecisionData', field: 'meetingNumber', rule: 'required' };
}
