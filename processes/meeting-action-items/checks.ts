/** The rules a new item keeps: one lead, apart from the supporting units, due neither in the past nor before its milestones. */
import { defect, kept } from '../findings.ts';
import type { CheckContext, Finding } from '../process.ts';
import { calendarFor } from '../working-days.ts';
import { rolledDay } from './days.ts';
import type { ActionItemForm } from './form.ts';

export function checkActionItem(form: ActionItemForm, context: CheckContext): Finding[] {
  return [
    oneLead(form, context),
    ...leadApart(form, context),
    ...supportingDistinct(form, context),
    dueAhead(form, context),
    ...milestonesWithin(form, context),
    ...correctionKeeps(form, context),
  ];
}

const clauseOf = ({ policy }: CheckContext) => policy.processes['meeting-action-items'].clause;

function oneLead({ units: { lead } }: ActionItemForm, context: CheckContext): Finding {
  const rule = { rule: 'one-lead', clause: clauseOf(context), path: 'units.lead' };
  if (lead.length === 0)
    return defect(rule, { zh: '没有牵头单位；须有且只有一个', en: 'No lead unit; there must be exactly one' });
  if (lead.length > 1) {
    const names = lead.map(({ name }) => name).join('、');
    return defect(rule, {
      zh: `有 ${lead.length} 个牵头单位（${names}）；只能有一个，其余列为配合单位`,
      en: `${lead.length} lead units (${names}); only one leads, the others support`,
    });
  }
  return kept(rule, { zh: `牵头单位：${lead[0]?.name}`, en: `Lead: ${lead[0]?.name}` });
}

function leadApart({ units: { lead, supporting } }: ActionItemForm, context: CheckContext): Finding[] {
  const both = supporting.findIndex(({ unitId }) => lead.some((each) => each.unitId === unitId));
  if (both < 0) return [];
  const rule = { rule: 'lead-apart', clause: clauseOf(context), path: `units.supporting.${both}.unitId` };
  const name = supporting[both]?.name;
  return [
    defect(rule, { zh: `${name}已是牵头单位，不能又列为配合单位`, en: `${name} leads and cannot support as well` }),
  ];
}

function supportingDistinct({ units: { supporting } }: ActionItemForm, context: CheckContext): Finding[] {
  const twice = supporting.findIndex(({ unitId }, i) => supporting.findIndex((each) => each.unitId === unitId) !== i);
  if (twice < 0) return [];
  const rule = { rule: 'supporting-distinct', clause: clauseOf(context), path: `units.supporting.${twice}.unitId` };
  const name = supporting[twice]?.name;
  return [defect(rule, { zh: `配合单位重复：${name}`, en: `${name} is listed twice` })];
}

function dueAhead({ time: { dueOn } }: ActionItemForm, context: CheckContext): Finding {
  const { today, calendar = calendarFor() } = context;
  const rule = { rule: 'due-ahead', clause: clauseOf(context), path: 'time.dueOn' };
  if (dueOn < today)
    return defect(rule, { zh: `完成时限 ${dueOn} 已经过去`, en: `The due date ${dueOn} is in the past` });
  const due = rolledDay(dueOn, calendar);
  return due === dueOn
    ? kept(rule, { zh: `完成时限 ${dueOn}`, en: `Due on ${dueOn}` })
    : {
        ...rule,
        level: 'warning',
        message: {
          zh: `${dueOn} 不是工作日，完成时限顺延至 ${due}`,
          en: `${dueOn} is a day off: the item is due on ${due}`,
        },
      };
}

function milestonesWithin({ time: { dueOn, milestones } }: ActionItemForm, context: CheckContext): Finding[] {
  return milestones.flatMap((milestone, index) => {
    const rule = {
      rule: 'milestone-within',
      clause: clauseOf(context),
      path: `time.milestones.${index}.dueOn`,
    };
    if (milestone.dueOn > dueOn)
      return [
        defect(rule, {
          zh: `节点“${milestone.name}”晚于完成时限 ${dueOn}`,
          en: `The milestone “${milestone.name}” is after the due date ${dueOn}`,
        }),
      ];
    return milestone.dueOn < context.today
      ? [
          defect(rule, {
            zh: `节点“${milestone.name}”的时限已经过去`,
            en: `The milestone “${milestone.name}” is in the past`,
          }),
        ]
      : [];
  });
}

/** What the case's own stages stand on stays: another lead or date is another item. */
function correctionKeeps(form: ActionItemForm, context: CheckContext): Finding[] {
  const { submittedFacts } = context;
  if (submittedFacts === undefined) return [];
  const now = actionItemFacts(form);
  return (Object.keys(keptOnCorrection) as (keyof typeof keptOnCorrection)[])
    .filter((fact) => submittedFacts[fact] !== now[fact])
    .map((fact) =>
      defect(
        { rule: 'correction-keeps', clause: clauseOf(context), path: keptOnCorrection[fact].path },
        {
          zh: `补正不能变更${keptOnCorrection[fact].zh}；确需变更请撤回后重新下达`,
          en: `A correction cannot change the ${keptOnCorrection[fact].en}; withdraw the item and make a new one`,
        },
      ),
    );
}

const keptOnCorrection = {
  leadUnitId: { path: 'units.lead', zh: '牵头单位', en: 'lead unit' },
  dueOn: { path: 'time.dueOn', zh: '完成时限', en: 'due date' },
  supporting: { path: 'units.supporting', zh: '配合单位', en: 'supporting units' },
  milestones: { path: 'time.milestones', zh: '节点', en: 'milestones' },
};

/** Routing facts: no names, no text. */
export const actionItemFacts = ({ units: { lead, supporting }, time: { dueOn, milestones } }: ActionItemForm) => ({
  leadUnitId: lead[0]?.unitId ?? '',
  supporting: supporting.map(({ unitId }) => unitId).join(','),
  dueOn,
  milestones: milestones.map((each) => each.dueOn).join(','),
});
