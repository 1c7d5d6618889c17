import { defect, kept } from '../findings.ts';
import { formatYuan, percentText, shareAtMost, sumFen, timesFen } from '../money.ts';
import type { Finding } from '../process.ts';
import type { FundingForm } from './form.ts';
import { sameItem } from './items.ts';
import type { FundingPolicy } from './policy.ts';

const path = 'budget.lines';

/** There is a budget at all. */
export function budgetLines({ budget }: FundingForm, policy: FundingPolicy): Finding {
  const rule = { rule: 'budget-lines', clause: policy.budget.clause, path };
  return budget.lines.length > 0
    ? kept(rule, { zh: `预算明细 ${budget.lines.length} 行`, en: `${budget.lines.length} budget lines` })
    : defect(rule, { zh: '请填写预算明细', en: 'List the budget lines' });
}

/** Each line: quantity × unit price, to the fen. */
export function lineAmounts({ budget }: FundingForm, policy: FundingPolicy): Finding[] {
  const rule = { rule: 'line-amounts', clause: policy.budget.clause };
  const wrong = budget.lines.flatMap(({ quantity, unitPriceFen, amountFen }, index) => {
    const product = timesFen(quantity, unitPriceFen);
    if (product === amountFen) return [];
    const [price, amount] = [formatYuan(unitPriceFen), formatYuan(amountFen)];
    const right = product === undefined ? { zh: '超出上限', en: 'too much' } : both(`${formatYuan(product)}`);
    return defect(
      { ...rule, path: `${path}.${index}.amountFen` },
      {
        zh: `预算第 ${index + 1} 行：${quantity} × ${price} = ${right.zh}，填报金额 ${amount}`,
        en: `Budget, row ${index + 1}: ${quantity} × ${price} = ${right.en}, the amount stated is ${amount}`,
      },
    );
  });
  if (wrong.length > 0 || budget.lines.length === 0) return wrong;
  return [
    kept({ ...rule, path }, { zh: '各行金额等于数量乘单价', en: 'Each amount is its quantity times its unit price' }),
  ];
}

/** No item is listed twice. */
export function linesDistinct({ budget }: FundingForm, policy: FundingPolicy): Finding[] {
  const rule = { rule: 'lines-distinct', clause: policy.budget.clause };
  const twice = budget.lines.flatMap(({ item }, index) => {
    const first = budget.lines.findIndex((other) => sameItem(other.item, item));
    if (first === index) return [];
    return defect(
      { ...rule, path: `${path}.${index}.item` },
      {
        zh: `预算第 ${index + 1} 行与第 ${first + 1} 行的支出项目相同：${item}；请合并或写明区别`,
        en: `Budget, rows ${first + 1} and ${index + 1} are for the same item (${item}): merge them or tell them apart`,
      },
    );
  });
  if (twice.length > 0 || budget.lines.length === 0) return twice;
  return [kept({ ...rule, path }, { zh: '各行支出项目不重复', en: 'No item is listed twice' })];
}

/** The lines are the request, to the fen. */
export function linesAddUp({ budget }: FundingForm, policy: FundingPolicy): Finding[] {
  if (budget.lines.length === 0) return [];
  const rule = { rule: 'lines-add-up', clause: policy.budget.clause, path: 'budget.requestedFen' };
  const sum = sumFen(budget.lines.map(({ amountFen }) => amountFen));
  const { requestedFen } = budget;
  if (sum === requestedFen)
    return [
      kept(rule, {
        zh: `预算各行合计 ${formatYuan(sum)} 元，等于申请资金`,
        en: `The lines add up to ${formatYuan(sum)} yuan, the amount requested`,
      }),
    ];
  const off = formatYuan(Math.abs(sum - requestedFen));
  return [
    defect(rule, {
      zh: `预算各行合计 ${formatYuan(sum)} 元，申请资金 ${formatYuan(requestedFen)} 元，相差 ${off} 元`,
      en: `The lines add up to ${formatYuan(sum)} yuan, ${formatYuan(requestedFen)} are requested: ${off} apart`,
    }),
  ];
}

/** One application asks for no less and no more than the policy allows. */
export function requestLimits({ budget }: FundingForm, policy: FundingPolicy): Finding {
  const { minFen, maxFen, clause } = policy.request;
  const { requestedFen } = budget;
  const rule = { rule: 'request-limits', clause, path: 'budget.requestedFen' };
  const message = {
    zh: `申请资金 ${formatYuan(requestedFen)} 元，限额 ${formatYuan(minFen)} 至 ${formatYuan(maxFen)} 元`,
    en: `${formatYuan(requestedFen)} yuan requested, from ${formatYuan(minFen)} to ${formatYuan(maxFen)} are possible`,
  };
  return requestedFen >= minFen && requestedFen <= maxFen ? kept(rule, message) : defect(rule, message);
}

/** Equipment is at most its share of the budget; 50.01 % is more than 50 %. */
export function equipmentShare({ budget }: FundingForm, policy: FundingPolicy): Finding[] {
  const total = sumFen(budget.lines.map(({ amountFen }) => amountFen));
  if (total === 0) return [];
  const { atMostPercent, clause } = policy.equipment;
  const rule = { rule: 'equipment-share', clause, path };
  const equipment = sumFen(
    budget.lines.filter(({ category }) => category === 'equipment').map(({ amountFen }) => amountFen),
  );
  const share = percentText(equipment, total, 'up');
  const message = {
    zh: `设备购置 ${formatYuan(equipment)} 元，占预算 ${share} %，上限 ${atMostPercent}.00 %`,
    en: `Equipment ${formatYuan(equipment)} yuan, ${share} % of the budget; at most ${atMostPercent}.00 %`,
  };
  return [shareAtMost(equipment, total, atMostPercent, 100) ? kept(rule, message) : defect(rule, message)];
}

const both = (text: string) => ({ zh: text, en: text });
