/** 任务单: what the minutes say of one action item (四(二)). Names travel beside ids, so that a form reads alone. */
import { z } from 'zod';
import { date, optionalText, rows, section, text } from '../form-fields.ts';

const unit = {
  unitId: text(40, { title: '单位代号', titleEn: 'Unit id', hidden: true }),
  name: text(80, { title: '单位', titleEn: 'Unit' }),
};

const source = section(
  {
    meeting: text(120, { title: '来源会议', titleEn: 'Meeting', example: '2026 年第三次联席会议' }),
    topic: optionalText(200, { title: '议题', titleEn: 'Topic' }),
    meetingId: optionalText(64, { title: '会议', titleEn: 'Meeting', hidden: true }),
    topicId: optionalText(64, { title: '议题', titleEn: 'Topic', hidden: true }),
    seriesId: optionalText(64, { title: '每年任务', titleEn: 'Yearly series', hidden: true }),
    seriesYear: z.int().optional().meta({ title: '年份', titleEn: 'Year', hidden: true }),
    clause: optionalText(80, { title: '方案条款', titleEn: 'Clause of the plan', example: '四(四)' }),
  },
  { title: '任务来源', titleEn: 'Source', clause: '四(二)' },
);

const task = section(
  {
    content: text(1000, { title: '任务内容', titleEn: 'Task', widget: 'textarea' }),
    measure: text(500, {
      title: '衡量标准',
      titleEn: 'Measure',
      description: '完成到什么程度可以销号',
      descriptionEn: 'What must be true for the item to be closed out',
      widget: 'textarea',
    }),
  },
  { title: '任务', titleEn: 'Task' },
);

const units = section(
  {
    lead: rows(10, unit, { title: '牵头单位', titleEn: 'Lead unit', description: '有且只有一个' }),
    supporting: rows(20, unit, { title: '配合单位', titleEn: 'Supporting units' }),
    contact: optionalText(80, { title: '联络员', titleEn: 'Contact' }),
    contactId: optionalText(80, { title: '联络员账号', titleEn: 'Account of the contact', hidden: true }),
    leader: optionalText(80, { title: '分管领导', titleEn: 'Leader in charge' }),
    leaderId: optionalText(80, { title: '分管领导账号', titleEn: 'Account of the leader', hidden: true }),
  },
  { title: '责任单位', titleEn: 'Units', clause: '四(二)' },
);

const time = section(
  {
    dueOn: date({ title: '完成时限', titleEn: 'Due on', description: '遇节假日顺延至下一工作日' }),
    milestones: rows(
      20,
      {
        name: text(100, { title: '节点', titleEn: 'Milestone' }),
        dueOn: date({ title: '节点时限', titleEn: 'Due on' }),
      },
      { title: '节点', titleEn: 'Milestones' },
    ),
  },
  { title: '时限', titleEn: 'Time' },
);

export const actionItemForm = z.strictObject({ source, task, units, time });
export type ActionItemForm = z.infer<typeof actionItemForm>;
