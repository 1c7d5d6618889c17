import { birthDate } from '../id-number.ts';
import type { CheckContext, Finding } from '../process.ts';
import { dayOfDate } from '../shanghai.ts';
import { defect, kept } from '../findings.ts';
import type { CertificationForm } from './form.ts';
import type { CertificationPolicy } from './policy.ts';
import { levelNames, trackNames } from './words.ts';

/** 一人一件 */
export function oneOpenApplication({ openCases }: CheckContext, policy: CertificationPolicy): Finding {
  const rule = { rule: 'one-open-application', clause: policy.oneOpenApplication.clause };
  if (openCases.length === 0) return kept(rule, { zh: '没有在办的同类申请', en: 'No other application is open' });
  return defect(rule, {
    zh: `已有在办申请 ${openCases.join('、')}，同一教师同时只能有一件；请等待办结或先撤回`,
    en: `Application ${openCases.join(', ')} is still open; a teacher has one at a time: wait for it or withdraw it`,
  });
}

/** No application for a level already held and valid, until its renewal opens. */
export function levelNotHeld(form: CertificationForm, context: CheckContext, policy: CertificationPolicy): Finding {
  const { track, level } = form.application;
  const { openDaysBefore, clause } = policy.renewal;
  const rule = { rule: 'level-not-held', clause, path: 'application.level' };
  const zhName = `${trackNames[track].zh}${levelNames[level].zh}`;
  const enName = `${levelNames[level].en}, ${trackNames[track].en}`;

  const [held] = context.certificates
    .filter((certificate) => certificate.track === track && certificate.level === level)
    .filter((certificate) => certificate.state === 'valid' && certificate.expiresOn >= context.today)
    .toSorted((a, b) => b.expiresOn.localeCompare(a.expiresOn));
  if (!held) return kept(rule, { zh: `未持有有效的${zhName}证书`, en: `No valid certificate is held (${enName})` });

  const daysLeft = dayOfDate(held.expiresOn) - dayOfDate(context.today);
  if (daysLeft <= openDaysBefore) {
    return kept(rule, {
      zh: `所持${zhName}证书 ${held.number} 还有 ${daysLeft} 天到期，可以申请复核`,
      en: `Certificate ${held.number} (${enName}) expires in ${daysLeft} days: a renewal may be applied for`,
    });
  }
  return defect(rule, {
    zh: `已持有${zhName}证书 ${held.number}，有效期至 ${held.expiresOn}（还有 ${daysLeft} 天）；到期前 ${openDaysBefore} 天起可申请复核`,
    en: `Certificate ${held.number} (${enName}) is valid until ${held.expiresOn} (${daysLeft} days); a renewal opens ${openDaysBefore} days before`,
  });
}

/** No date of the form lies in the future. */
export function datesPast(form: CertificationForm, { today }: CheckContext, policy: CertificationPolicy): Finding[] {
  const rule = { rule: 'dates-past', clause: policy.clause };
  const future = statedDates(form).filter(({ date }) => date > today);
  if (future.length === 0) return [kept(rule, { zh: '各项日期均不晚于今天', en: 'No date lies in the future' })];
  return future.map(({ path, date }) =>
    defect(
      { ...rule, path },
      { zh: `日期 ${date} 晚于今天（${today}）`, en: `${date} is later than today (${today})` },
    ),
  );
}

function statedDates({ applicant, employment, qualifications, practice, achievements }: CertificationForm) {
  return [
    { path: 'applicant.idNumber', date: birthDate(applicant.idNumber) },
    ...(employment.engagedFrom ? [{ path: 'employment.engagedFrom', date: employment.engagedFrom }] : []),
    ...qualifications.certificates.map((row, i) => ({
      path: `qualifications.certificates.${i}.issuedOn`,
      date: row.issuedOn,
    })),
    ...practice.periods.map((row, i) => ({ path: `practice.periods.${i}.from`, date: row.from })),
    ...practice.periods.map((row, i) => ({ path: `practice.periods.${i}.to`, date: row.to })),
    ...achievements.awards.map((row, i) => ({ path: `achievements.awards.${i}.grantedOn`, date: row.grantedOn })),
    ...achievements.results.map((row, i) => ({ path: `achievements.results.${i}.completedOn`, date: row.completedOn })),
  ];
}
