import { defect, kept } from '../findings.ts';
import type { Finding } from '../process.ts';
import type { PartTimeForm } from './form.ts';
import type { PartTimePolicy } from './policy.ts';
import { inSituation } from './situations.ts';
import { evidenceNames, situationNames } from './words.ts';

/** Every piece of evidence that the form's situation asks for is attached; each missing one is named. */
export function evidenceAttached(form: PartTimeForm, policy: PartTimePolicy): Finding[] {
  const missing = policy.evidence.flatMap(({ slot, when, clause }) => {
    const reason = when.find((situation) => inSituation(form, situation));
    if (!reason || form.evidence[slot].length > 0) return [];
    return defect(
      { rule: 'evidence', clause, path: `evidence.${slot}` },
      {
        zh: `缺少证明材料：${evidenceNames[slot].zh}（${situationNames[reason].zh}须提供）`,
        en: `Evidence is missing: ${evidenceNames[slot].en} (required: ${situationNames[reason].en})`,
      },
    );
  });
  if (missing.length > 0) return missing;
  const rule = { rule: 'evidence', clause: policy.clause };
  return [kept(rule, { zh: '所需证明材料齐全', en: 'All required evidence is attached' })];
}

export function pledgeMade({ pledge }: PartTimeForm, policy: PartTimePolicy): Finding {
  const rule = { rule: 'pledge', clause: policy.pledge.clause, path: 'pledge.accepted' };
  return pledge.accepted
    ? kept(rule, { zh: '已作真实性承诺', en: 'The pledge is made' })
    : defect(rule, { zh: '尚未作真实性承诺', en: 'The pledge has not been made' });
}
