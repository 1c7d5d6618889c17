import { defect, forAPerson, kept } from '../findings.ts';
import type { CheckContext, Finding } from '../process.ts';
import { sameItem } from '../program-funding/items.ts';
import type { PartTimeForm } from './form.ts';
import { sameHost } from './limits.ts';
import type { PartTimePolicy } from './policy.ts';
import { relationNames } from './words.ts';

/** The code of a host in mainland China (its check character is the form's rule); a host abroad may say why it has none. */
export function hostCode({ host }: PartTimeForm, { creditCode }: PartTimePolicy): Finding {
  const rule = { rule: 'host-code', clause: creditCode.clause, path: 'host.creditCode' };
  if (host.creditCode)
    return kept(rule, { zh: '统一社会信用代码校验相符', en: 'The check character of the credit code fits' });
  if (host.place === 'domestic')
    return defect(rule, { zh: '境内单位须填写统一社会信用代码', en: 'A host in mainland China has a credit code' });
  return host.noCodeReason
    ? kept(rule, { zh: '境外单位，已说明没有代码的原因', en: 'A host abroad, with the reason for having no code' })
    : defect(
        { ...rule, path: 'host.noCodeReason' },
        { zh: '境外单位没有代码的，须说明原因', en: 'Say why the host abroad has no code' },
      );
}

/** 负面清单: hosts, and sectors in which no post is possible. */
export function notNegative({ host }: PartTimeForm, { today }: CheckContext, policy: PartTimePolicy): Finding[] {
  const { sectors, negativeList } = policy;
  const rule = { rule: 'negative-list', clause: negativeList.clause };
  const found: Finding[] = [];

  const sector = sectors.find(({ id }) => id === host.sector);
  if (!sector)
    found.push(defect({ ...rule, path: 'host.sector' }, { zh: '请选择所列行业', en: 'Choose one of the sectors' }));
  if (sector?.negative) {
    const { reason, clause } = sector.negative;
    found.push(
      defect(
        { ...rule, clause, path: 'host.sector' },
        {
          zh: `行业「${sector.name.zh}」不予备案：${reason.zh}`,
          en: `No post in ${sector.name.en}: ${reason.en}`,
        },
      ),
    );
  }
  const listed = negativeList.hosts.find(
    ({ name, creditCode, until }) =>
      (until === undefined || until >= today) &&
      sameHost({ hostName: host.name, hostCode: host.creditCode }, { hostName: name.zh, hostCode: creditCode }),
  );
  if (listed) {
    const { reason, clause, name } = listed;
    found.push(
      defect(
        { ...rule, clause, path: 'host.name' },
        { zh: `「${name.zh}」在负面清单内：${reason.zh}`, en: `${name.en} is on the negative list: ${reason.en}` },
      ),
    );
  }
  return found.length > 0
    ? found
    : [kept(rule, { zh: '单位和行业不在负面清单内', en: 'Host and sector are not on the negative list' })];
}

/** A post at one's own school is no part-time post; business between the two is looked at by a person. */
export function hostRelation({ host, teacher }: PartTimeForm, { relation }: PartTimePolicy): Finding {
  const rule = { rule: 'relation', clause: relation.clause };
  if (sameItem(host.name, teacher.school))
    return defect(
      { ...rule, path: 'host.name' },
      { zh: '兼职单位不能是本校', en: 'The host cannot be the own school' },
    );
  const { zh, en } = relationNames[host.relation];
  return host.relation === 'supplier' || host.relation === 'founded'
    ? forAPerson(
        { ...rule, path: 'host.relation' },
        { zh: `兼职单位${zh}，须核实利益冲突`, en: `The host: ${en}. Is there a conflict of interests?` },
      )
    : kept(rule, { zh: `与本校的关系：${zh}`, en: `Relation to the school: ${en}` });
}
