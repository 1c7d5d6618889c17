/** Mails of the joint meeting's tasks, as they would read in Dazu. */
import { mailKinds } from '../../activities/emails/mail-kinds.ts';
import type { Mail, MailCase, Office } from '../../activities/emails/mail.ts';
import type { TurnFacts } from '../../activities/emails/turn.ts';

type ItemKind =
  | 'item-supporting'
  | 'extension-decided'
  | 'item-closed-out'
  | 'progress-recorded'
  | 'close-out-returned'
  | 'support-disagreed'
  | 'item-reopened'
  | 'bulletin-drafted'
  | 'bulletin-published';

export function itemExamples(office: Office): Record<ItemKind, () => Mail> {
  const task: MailCase = {
    number: 'RW-2026-0007',
    title: '区经济信息委：建成五金产业学院实训基地并投入使用',
    applicant: '曹伟',
    unit: '区教委',
    route: [
      { name: '提交', state: 'done', note: '9月3日' },
      { name: '牵头单位认领', state: 'done', note: '9月4日 同意' },
      { name: '推进落实', state: 'now', note: '剩余 3 个工作日', tone: 'near' },
      { name: '销号', state: 'future', note: '预计 12月7日' },
    ],
    keyFacts: [
      { label: '任务来源', value: '2026 年第三次联席会议 · 产教融合 · 三(二)1' },
      { label: '牵头单位', value: '区经济信息委' },
      { label: '配合单位', value: '区财政局' },
      { label: '完成时限', value: '2026-11-30' },
      { label: '衡量标准', value: '设备到位、验收合格、首批学生入驻' },
    ],
    link: 'https://lianban.example/items/9e5f4e5a-5f43-4a53-9c3e-0d8f6a1b2c3d',
  };
  const facts = { office, case: task };
  const turn: TurnFacts = {
    ...facts,
    stage: '推进落实',
    purpose: 'progress',
    verdicts: ['approve'],
    due: '11月30日 24:00 前',
    actionLink: 'https://lianban.example/act/k3v9Q2x7LmN0pRs4TuVw',
  };
  return {
    'item-supporting': () => mailKinds['item-supporting'](facts),
    'extension-decided': () =>
      mailKinds['extension-decided']({
        ...facts,
        granted: true,
        from: '2026年11月30日',
        dueOn: '2026年12月31日',
        opinion: { by: '曹伟（区教委 联席会议办公室） 11月25日', text: '设备到货推迟属实，同意延期。' },
      }),
    'item-closed-out': () =>
      mailKinds['item-closed-out']({
        ...facts,
        lateWorkingDays: 3,
        opinion: { by: '曹伟（区教委 联席会议办公室） 12月3日', text: '材料齐全，同意销号。' },
      }),
    'progress-recorded': () => mailKinds['progress-recorded']({ ...turn, percent: 60 }),
    'close-out-returned': () =>
      mailKinds['close-out-returned']({
        ...turn,
        opinion: { by: '曹伟（区教委 联席会议办公室） 11月25日', text: '缺首批学生入驻证明。' },
      }),
    'support-disagreed': () =>
      mailKinds['support-disagreed']({
        ...turn,
        unit: '区财政局',
        opinion: { by: '韩雪（区财政局 审核人） 11月24日', text: '尾款尚未支付。' },
      }),
    'item-reopened': () =>
      mailKinds['item-reopened']({
        ...turn,
        due: '2027年3月31日 24:00 前',
        opinion: { by: '曹伟（区教委 联席会议办公室） 2027年1月8日', text: '设备出现质量问题，须返工。' },
      }),
    'bulletin-drafted': () =>
      mailKinds['bulletin-drafted']({
        office,
        month: '2026年11月',
        link: 'https://lianban.example/items/bulletins/2026-11',
      }),
    'bulletin-published': () =>
      mailKinds['bulletin-published']({
        office,
        month: '2026年11月',
        preface: '本月重点推进实训基地建设，两项任务超期，请有关单位抓紧落实。',
        unit: '区经济信息委',
        own: [
          { label: '在办', value: '红灯 1 件，橙灯 0 件，黄灯 2 件，绿灯 3 件' },
          { label: '本月销号', value: '1 件' },
          { label: '超期', value: '1 件' },
          { label: '本年得分', value: '95' },
        ],
        counts: [
          { label: '在办', value: '红灯 2 件，橙灯 1 件，黄灯 5 件，绿灯 18 件' },
          { label: '本月销号', value: '4 件' },
          { label: '超期', value: '2 件' },
        ],
        link: 'https://lianban.example/items/bulletins/2026-11',
      }),
  };
}
