/** Action items for stories: Dazu's own rules, a lead with its contact and leader, a secretariat of two. */
import { randomUUID } from 'node:crypto';
import type { Actor, Holder } from '../../processes/case.ts';
import { meetingActionItems } from '../../processes/meeting-action-items/definition.ts';
import type { ActionItemForm } from '../../processes/meeting-action-items/form.ts';
import { dateOfDay, dayOfDate, shanghaiDate } from '../../processes/shanghai.ts';
import { actOnItem, type ItemAct } from '../../workflows/messages.ts';
import { dazu } from '../processes/dazu.ts';
import type { District } from './district.ts';
import { person, role } from './rules.ts';

export type ItemStory = Awaited<ReturnType<typeof assignItem>>;

const newcomers: [id: string, unitId: string, role: string][] = [
  ['lead-contact', 'jingxinwei', 'clerk'],
  ['lead-colleague', 'jingxinwei', 'clerk'],
  ['lead-leader', 'jingxinwei', 'leader'],
  ['office-colleague', 'jiaowei', 'secretariat'],
];

/** Once a district: who the district's other stories do without. */
export async function settleItemPeople({ prisma }: District): Promise<void> {
  for (const [id, unitId, held] of newcomers) {
    await prisma.user.create({ data: { id, name: id, email: `${id}@example.test` } });
    await prisma.membership.create({ data: { userId: id, unitId, role: held } });
  }
}

export const inDays = (today: string, days: number) => dateOfDay(dayOfDate(today) + days);

export const itemForm = (change: (form: ActionItemForm) => void, today: string): ActionItemForm => {
  const form: ActionItemForm = {
    source: { meeting: '2026 年第三次联席会议', topic: '产教融合实训基地', clause: '三(二)1' },
    task: { content: '建成五金产业学院实训基地并投入使用', measure: '设备到位、验收合格、首批学生入驻' },
    units: {
      lead: [{ unitId: 'jingxinwei', name: '区经济信息委' }],
      supporting: [{ unitId: 'caizhengju', name: '区财政局' }],
      contact: '联络员',
      contactId: 'lead-contact',
    },
    time: {
      dueOn: inDays(today, 90),
      milestones: [
        { name: '设备采购', dueOn: inDays(today, 30) },
        { name: '安装调试', dueOn: inDays(today, 60) },
      ],
    },
  };
  change(form);
  return form;
};

/** The secretary gives out an item; the contact of 区经济信息委 is asked to take it on. */
export async function assignItem(
  district: District,
  change: (form: ActionItemForm) => void = () => {},
  more: { longestHistory?: number } = {},
) {
  const { prisma, env } = district;
  const today = async () => shanghaiDate(await env.currentTimeMs());
  const form = itemForm(change, await today());
  const story = await district.submit({
    ...{ form, applicantId: 'secretary', unitId: 'jiaowei', ...more },
    ...{ process: 'meeting-action-items', workflow: 'meetingActionItems' },
    title: meetingActionItems.title(form),
    rules: meetingActionItems.rules(dazu(), { unitId: 'jiaowei' }, form),
    facts: meetingActionItems.facts(form),
  });
  const { caseId } = story;

  const upload = async (by: string) =>
    (
      await prisma.file.create({
        data: {
          ...{ uploadedById: by, name: '验收单.pdf', mime: 'application/pdf', size: 10 },
          ...{ sha256: '0', storageKey: randomUUID() },
        },
      })
    ).id;
  const acts = async (userId: string, as: Holder, act: ItemAct, text?: string) => {
    const actor: Actor = { userId, as, via: 'page' };
    const remark = text === undefined ? {} : { remarkId: await story.remark(userId, text) };
    return story.handle.executeUpdate(actOnItem, { args: [{ actor, act, ...remark }] });
  };
  const contact = async () => {
    const { contactId } = await prisma.actionItem.findUniqueOrThrow({ where: { caseId } });
    return contactId ?? '';
  };
  return {
    ...story,
    today,
    upload,
    acts,
    item: () => prisma.actionItem.findUniqueOrThrow({ where: { caseId } }),
    journal: async () =>
      (await prisma.itemEntry.findMany({ where: { caseId }, orderBy: { number: 'asc' } })).map(({ kind }) => kind),
    accept: () => story.decide('lead-contact', 'approve', { opinion: '认领' }),
    async report(percent: number, text: string, more: Record<string, string | string[]> = {}) {
      return story.decide(await contact(), 'approve', { opinion: text, data: { percent, ...more } });
    },
    async milestone(milestone: number) {
      const by = await contact();
      return acts(by, person(by), { kind: 'milestone', milestone }, '完成');
    },
    async askExtension(dueOn: string, text: string | undefined = '设备到货推迟') {
      const by = await contact();
      return acts(by, person(by), { kind: 'ask-extension', dueOn }, text);
    },
    async askCloseOut({ fileIds, by }: { fileIds?: string[]; by?: string } = {}) {
      const userId = by ?? (await contact());
      const files = fileIds ?? [await upload(userId)];
      return acts(userId, person(userId), { kind: 'ask-close-out', fileIds: files }, '任务完成，附验收单');
    },
    bySecretariat: (act: ItemAct, text?: string, userId = 'secretary') =>
      acts(userId, role('jiaowei', 'secretariat'), act, text),
    byLeader: (act: ItemAct, text?: string) => acts('lead-leader', role('jingxinwei', 'leader'), act, text),
  };
}
