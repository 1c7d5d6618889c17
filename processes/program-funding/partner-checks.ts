import { defect, forAPerson, kept } from '../findings.ts';
import type { CheckContext, Finding } from '../process.ts';
import type { FundingForm } from './form.ts';
import type { FundingPolicy } from './policy.ts';

/** Enough partner enterprises, each named once. */
export function partnersNamed({ demand }: FundingForm, { partners }: FundingPolicy): Finding[] {
  const rule = { rule: 'partners', clause: partners.clause };
  const codes = demand.partners.map(({ creditCode }) => creditCode);
  const twice = codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : defect(
          { ...rule, path: `demand.partners.${index}.creditCode` },
          { zh: `合作企业第 ${index + 1} 行重复：${code}`, en: `Partners, row ${index + 1}: ${code} is listed twice` },
        ),
  );
  const named = new Set(codes).size;
  const numbers = {
    zh: `合作企业 ${named} 家，要求不少于 ${partners.atLeast} 家`,
    en: `${named} partner enterprises, at least ${partners.atLeast} needed`,
  };
  const path = 'demand.partners';
  if (named < partners.atLeast) return [...twice, defect({ ...rule, path }, numbers)];
  return twice.length > 0 ? twice : [kept({ ...rule, path }, numbers)];
}

/** Agreements are signed, end after they begin, and still hold. */
export function agreementDates({ demand }: FundingForm, { today }: CheckContext, policy: FundingPolicy): Finding[] {
  const rule = { rule: 'agreement-dates', clause: policy.partners.clause };
  if (demand.partners.length === 0) return [];
  const wrong = demand.partners.flatMap(({ signedOn, until }, index) => {
    const at = (field: string) => ({ ...rule, path: `demand.partners.${index}.${field}` });
    const row = { zh: `合作企业第 ${index + 1} 行：`, en: `Partners, row ${index + 1}: ` };
    if (signedOn > today)
      return defect(at('signedOn'), {
        zh: `${row.zh}签订日期 ${signedOn} 晚于今天（${today}）`,
        en: `${row.en}signed on ${signedOn}, later than today (${today})`,
      });
    if (until < signedOn)
      return defect(at('until'), {
        zh: `${row.zh}有效期至 ${until}，早于签订日期 ${signedOn}`,
        en: `${row.en}valid until ${until}, before it was signed on ${signedOn}`,
      });
    if (until < today)
      return forAPerson(at('until'), {
        zh: `${row.zh}协议已于 ${until} 到期`,
        en: `${row.en}the agreement ended on ${until}`,
      });
    return [];
  });
  if (wrong.length > 0) return wrong;
  return [
    kept({ ...rule, path: 'demand.partners' }, { zh: '合作协议均在有效期内', en: 'Every agreement holds today' }),
  ];
}
