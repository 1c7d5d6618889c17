import type { Finding } from '../process.ts';
import { defect, forAPerson, kept } from '../findings.ts';
import type { CertificationForm } from './form.ts';
import type { CertificationPolicy } from './policy.ts';
import { inSituation } from './situations.ts';
import { levelNames, situationNames, trackNames } from './words.ts';

/** The chosen condition is one that the policy offers for the track and level. */
export function criterionOffered({ application }: CertificationForm, policy: CertificationPolicy): Finding[] {
  const { track, level, criterion } = application;
  const chosen = policy.criteria.find(({ id }) => id === criterion);
  const rule = { rule: 'criterion-offered', clause: chosen?.clause ?? policy.clause, path: 'application.criterion' };
  if (chosen?.tracks.includes(track) && chosen.levels.includes(level)) {
    return [kept(rule, { zh: `所依据的认定条件：${chosen.text.zh}`, en: `Condition relied on: ${chosen.text.en}` })];
  }
  return [
    defect(rule, {
      zh: `所选认定条件不适用于${trackNames[track].zh}${levelNames[level].zh}，请重新选择`,
      en: `The chosen condition does not apply (${levelNames[level].en}, ${trackNames[track].en}): choose another`,
    }),
  ];
}

/** The form shows what the chosen condition rests on. */
export function criterionSupported(form: CertificationForm, policy: CertificationPolicy): Finding[] {
  const chosen = policy.criteria.find(({ id }) => id === form.application.criterion);
  if (!chosen) return [];
  const rule = { rule: 'criterion-supported', clause: chosen.clause, path: 'application.criterion' };
  const shows = situationNames[chosen.supportedBy];
  return [
    inSituation(form, chosen.supportedBy)
      ? kept(rule, {
          zh: `表单${shows.zh}，与所依据的认定条件相应`,
          en: `The form supports the chosen condition: ${shows.en}`,
        })
      : forAPerson(rule, {
          zh: `所依据的认定条件须有相应内容（${shows.zh}），表单中没有`,
          en: `The form does not show what the chosen condition rests on (${shows.en})`,
        }),
  ];
}
