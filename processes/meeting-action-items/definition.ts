/** 联席会议任务, clause 四(二) of the plan: from the minutes to 销号. */
import type { Fact, ProcessDefinition } from '../process.ts';
import { actionItemFacts, checkActionItem } from './checks.ts';
import { actionItemForm, type ActionItemForm } from './form.ts';
import { actionItemRules } from './rules.ts';

export const meetingActionItems: ProcessDefinition<ActionItemForm> = {
  slug: 'meeting-action-items',
  prefix: 'RW',
  name: { zh: '联席会议任务', en: 'Joint-meeting action item' },
  summary: {
    zh: '联席会议纪要确定的任务：牵头单位认领、报进度、到期提醒和亮灯、延期、配合单位确认、销号或退回重办。',
    en: 'A task from the minutes of the joint meeting: accepted, carried out under its lights, closed out by the secretariat.',
  },
  clause: '四(二)',
  applicantRoles: ['secretariat'],
  oneOpenCase: false,
  madeElsewhere: '/items/new',
  madeInBatches: true,
  applicantMayDecide: true,
  form: actionItemForm,
  check: checkActionItem,
  rules: actionItemRules,
  facts: actionItemFacts,
  title: ({ task, units }) => `${units.lead[0]?.name ?? ''}：${shortened(task.content, 50)}`,
  keyFacts: (form) => [
    fact(
      '任务来源',
      'Source',
      [form.source.meeting, form.source.topic, form.source.clause].filter(Boolean).join(' · '),
    ),
    fact('牵头单位', 'Lead', form.units.lead.map(({ name }) => name).join('、')),
    ...(form.units.supporting.length > 0
      ? [fact('配合单位', 'Supporting', form.units.supporting.map(({ name }) => name).join('、'))]
      : []),
    fact('完成时限', 'Due', form.time.dueOn),
    fact('衡量标准', 'Measure', shortened(form.task.measure, 80)),
  ],
  publicFacts: () => [],
  fileIds: () => [],
  masked: (form) => form,
};

const fact = (zh: string, en: string, value: string): Fact => ({ label: { zh, en }, value });

export function shortened(text: string, length: number): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ')];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
