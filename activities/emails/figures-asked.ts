import { group } from './daily-digest.ts';
import { layout } from './layout.tsx';
import type { Item, Mail, Office } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface FiguresAskedFacts {
  office: Office;
  /** E.g. 11月24日 星期二. */
  day: string;
  /** The reader's unit. */
  unit: string;
  overdue: Item[];
  open: Item[];
  indicatorsLink: string;
}

/** 指标填报: which figures of the plan the reader's unit owes, the late ones first. */
export function figuresAsked(facts: FiguresAskedFacts): Mail {
  const { unit, overdue, open } = facts;
  const total = overdue.length + open.length;
  const late = overdue.length > 0 ? `，其中 ${overdue.length} 项已超期` : '';
  return layout({
    office: facts.office,
    subject: subjectLine('指标填报', `${unit}有 ${total} 项待填报${late}`),
    over: facts.day,
    heading: `${unit}有 ${total} 项指标数据待填报`,
    under: late === '' ? '由经办人填报，区教委审核后进入指标看板' : `${overdue.length} 项已超期，请尽快填报`,
    blocks: [
      ...group('已超期', 'late', overdue),
      ...group('待填报', 'near', open),
      {
        is: 'buttons',
        lead: '填报',
        buttons: [{ label: '打开待填报列表', href: facts.indicatorsLink, tone: 'primary' }],
      },
      { is: 'note', text: '没有填报的期间在看板上显示为“无数据”，不按 0 计算。' },
    ],
    english: `${total} figures of the plan are still to be reported by your unit.`,
    because: `您是${unit}的经办人或负责人，本单位负责填报上述指标，因此收到此邮件。`,
  });
}
