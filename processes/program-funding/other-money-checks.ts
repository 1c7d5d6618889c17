import { defect, forAPerson, kept } from '../findings.ts';
import type { Finding } from '../process.ts';
import type { FundingForm } from './form.ts';
import { sameItem } from './items.ts';
import type { FundingPolicy } from './policy.ts';

/** No second fiscal fund for the same line, whether the line says so itself or the list of other funds does. */
export function oneFiscalFund({ budget, otherMoney }: FundingForm, policy: FundingPolicy): Finding[] {
  const rule = { rule: 'one-fiscal-fund', clause: policy.otherFunds.clause };
  const stated = budget.lines.flatMap(({ item, otherFund }, index) =>
    otherFund
      ? defect(
          { ...rule, path: `budget.lines.${index}.otherFund` },
          {
            zh: `预算第 ${index + 1} 行（${item}）已获其他财政资金：${otherFund}；同一支出不得重复申报，请删去该行`,
            en: `Budget, row ${index + 1} (${item}) is paid by another fiscal fund (${otherFund}): take the row out`,
          },
        )
      : [],
  );
  const listed = otherMoney.otherFunds.flatMap(({ fund, item }, index) => {
    const line = budget.lines.findIndex((each) => sameItem(each.item, item));
    if (line < 0) return [];
    return defect(
      { ...rule, path: `otherMoney.otherFunds.${index}.item` },
      {
        zh: `${fund}已安排「${item}」，与预算第 ${line + 1} 行是同一支出，不得重复申报`,
        en: `${fund} already pays for "${item}", the item of budget row ${line + 1}: one line is never paid twice`,
      },
    );
  });
  const wrong = [...stated, ...listed];
  if (wrong.length > 0) return wrong;
  return [kept(rule, { zh: '各行支出未重复申报财政资金', en: 'No line is paid by a second fiscal fund' })];
}

/** The money goes to the school's own account. */
export function payeeIsSchool({ program, payee }: FundingForm, policy: FundingPolicy): Finding {
  const rule = {
    rule: 'payee-is-school',
    clause: policy.instalments[0]?.clause ?? policy.clause,
    path: 'payee.accountName',
  };
  return sameItem(program.school, payee.accountName)
    ? kept(rule, { zh: '收款户名与申请学校一致', en: 'The account is in the name of the school' })
    : forAPerson(rule, {
        zh: `收款户名「${payee.accountName}」与申请学校「${program.school}」不一致`,
        en: `The account is held by "${payee.accountName}", the school is "${program.school}"`,
      });
}
