/** 联席会议: when and where, topics until when, which units. */
import { z } from 'zod';
import { clockTime, date, optionalText, rows, section, text } from '../form-fields.ts';

const meeting = section(
  {
    title: text(60, { title: '会议名称', titleEn: 'Meeting', example: '职业教育工作联席会议第 3 次会议' }),
    heldOn: date({ title: '会议日期', titleEn: 'Date' }),
    startsAt: clockTime({ title: '开始时间', titleEn: 'Time', example: '14:30' }),
    place: text(100, { title: '会议地点', titleEn: 'Place', example: '区行政中心 3 号楼 512 会议室' }),
    chair: text(50, { title: '主持人', titleEn: 'Chair', example: '区政府分管副区长' }),
  },
  { title: '会议', titleEn: 'Meeting', clause: '四(二)' },
);

const topics = section(
  {
    dueOn: date({
      title: '议题报送截止日',
      titleEn: 'Topics due',
      description: '当日 24:00 截止；遇休息日顺延至下一工作日',
      descriptionEn: 'Until 24:00 of that day; a day off rolls to the next working day',
    }),
    note: optionalText(500, {
      title: '征集说明',
      titleEn: 'What is asked for',
      widget: 'textarea',
      example: '请围绕产教融合和双师型教师队伍建设报送议题，无议题的请选择“报送”并留空。',
    }),
  },
  { title: '征集议题', titleEn: 'Topics' },
);

export const meetingForm = z.strictObject({
  meeting,
  topics,
  members: rows(
    60,
    { unit: text(40, { title: '单位', titleEn: 'Unit', widget: 'select' }) },
    {
      title: '参会单位',
      titleEn: 'Members',
      description: '不填即为全部成员单位；参会单位报送议题并会签纪要',
      descriptionEn: 'Left empty: every member. They send topics and countersign the minutes',
    },
  ),
});

export type MeetingForm = z.infer<typeof meetingForm>;
