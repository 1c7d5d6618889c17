/** What every form with evidence and a pledge is looked at for. */
import type { Bilingual } from './case.ts';
import { defect, kept } from './findings.ts';
import type { Finding } from './process.ts';

interface Evidence<Slot extends string, Situation extends string> {
  /** File ids by slot. */
  attached: Record<Slot, readonly string[]>;
  /** Which slot is asked for when, and the clause of the process that all of them stand under. */
  policy: { clause: string; evidence: readonly { slot: Slot; when: readonly Situation[]; clause: string }[] };
  applies(situation: Situation): boolean;
  names: { slots: Record<Slot, Bilingual>; situations: Record<Situation, Bilingual> };
}

/** Every piece of evidence that the form's situation asks for is attached; each missing one is named. */
export function evidenceAttached<Slot extends string, Situation extends string>({
  attached,
  policy,
  applies,
  names,
}: Evidence<Slot, Situation>): Finding[] {
  const missing = policy.evidence.flatMap(({ slot, when, clause }) => {
    const reason = when.find(applies);
    if (!reason || attached[slot].length > 0) return [];
    const [name, situation] = [names.slots[slot], names.situations[reason]];
    return defect(
      { rule: 'evidence', clause, path: `evidence.${slot}` },
      {
        zh: `缺少证明材料：${name.zh}（${situation.zh}须提供）`,
        en: `Evidence is missing: ${name.en} (required: ${situation.en})`,
      },
    );
  });
  if (missing.length > 0) return missing;
  const rule = { rule: 'evidence', clause: policy.clause };
  return [kept(rule, { zh: '所需证明材料齐全', en: 'All required evidence is attached' })];
}

/** `clause`: what follows from a false statement. The applicant has said they know. */
export function pledgeMade({ pledge }: { pledge: { accepted: boolean } }, clause: string): Finding {
  const rule = { rule: 'pledge', clause, path: 'pledge.accepted' };
  return pledge.accepted
    ? kept(rule, { zh: '已作真实性承诺', en: 'The pledge is made' })
    : defect(rule, { zh: '尚未作真实性承诺', en: 'The pledge has not been made' });
}
