/** 红黄绿灯: what an item's dates and progress say on a day (四(二)). Computed from whole numbers, never typed, never stored. */
import type { Bilingual } from '../case.ts';
import { dayOfDate } from '../shanghai.ts';
import type { Calendar } from '../working-days.ts';
import { rolledDay, workingDaysTo } from './days.ts';
import type { LightRules } from './policy.ts';

export const lights = ['green', 'yellow', 'orange', 'red', 'blue'] as const;
export type Light = (typeof lights)[number];
/** What somebody may set by hand: an item is blue by its close-out alone. */
export type OpenLight = Exclude<Light, 'blue'>;

export const lightNames: Record<Light, Bilingual> = {
  red: { zh: '红灯', en: 'Red' },
  orange: { zh: '橙灯', en: 'Orange' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  green: { zh: '绿灯', en: 'Green' },
  blue: { zh: '蓝灯（已销号）', en: 'Blue (closed out)' },
};

/** Days are `YYYY-MM-DD`, Asia/Shanghai; `percent` whole, 0–100. */
export interface LitItem {
  startsOn: string;
  /** As asked for: it is rolled here. */
  dueOn: string;
  percent: number;
  milestones: readonly { dueOn: string; doneOn: string | null }[];
  /** Close-out is asked for and not answered: the clock stands still on that day, the secretariat's time is not the lead's. */
  askedOn: string | null;
  closedOn: string | null;
  /** Set by hand with a reason. An overdue item is red whatever was set. */
  override: OpenLight | null;
}

export interface Lit {
  light: Light;
  reason: Bilingual;
  /** Without the override. */
  computed: Light;
  overridden: boolean;
  /** Working days to the rolled due date, negative when overdue. */
  workingDaysLeft: number;
  overdue: boolean;
}

export function lightOf(item: LitItem, today: string, rules: LightRules, calendar: Calendar): Lit {
  const day = item.askedOn !== null && item.askedOn < today ? item.askedOn : today;
  const due = rolledDay(item.dueOn, calendar);
  const workingDaysLeft = workingDaysTo(day, due, calendar);
  const overdue = day > due;
  const facts = { workingDaysLeft, overdue };
  if (item.closedOn !== null)
    return { light: 'blue', computed: 'blue', reason: { zh: '已销号', en: 'Closed out' }, overridden: false, ...facts };
  const { light, reason } = computed(item, { day, due, workingDaysLeft }, rules, calendar);
  if (item.override === null || overdue) return { light, computed: light, reason, overridden: false, ...facts };
  const set = lightNames[item.override];
  return {
    light: item.override,
    computed: light,
    reason: {
      zh: `人工定为${set.zh}（计算为${lightNames[light].zh}：${reason.zh}）`,
      en: `Set to ${set.en} by hand (computed ${lightNames[light].en}: ${reason.en})`,
    },
    overridden: true,
    ...facts,
  };
}

interface When {
  day: string;
  due: string;
  workingDaysLeft: number;
}

function computed(
  { startsOn, percent, milestones }: LitItem,
  { day, due, workingDaysLeft }: When,
  rules: LightRules,
  calendar: Calendar,
): { light: OpenLight; reason: Bilingual } {
  if (day > due) {
    const late = -workingDaysLeft;
    return {
      light: 'red',
      reason:
        late === 0
          ? { zh: '已超期', en: 'Overdue' }
          : { zh: `已超期 ${late} 个工作日`, en: `Overdue by ${late} working days` },
    };
  }
  const totalDays = Math.max(1, dayOfDate(due) - dayOfDate(startsOn));
  const elapsedDays = Math.min(totalDays, Math.max(0, dayOfDate(day) - dayOfDate(startsOn)));
  const elapsedPercent = Math.floor((elapsedDays * 100) / totalDays);
  // Whole numbers on both sides: 80.00 % of the time is not past 80 %.
  if (elapsedDays * 100 > rules.redPastPercent * totalDays && percent < rules.redBelowPercent) {
    return {
      light: 'red',
      reason: {
        zh: `时间已过 ${elapsedPercent}%，进度 ${percent}%，低于 ${rules.redBelowPercent}%`,
        en: `${elapsedPercent}% of the time is past, progress ${percent}% is below ${rules.redBelowPercent}%`,
      },
    };
  }
  const late = milestones.filter(
    ({ dueOn, doneOn }) => rolledDay(dueOn, calendar) < day && (doneOn === null || doneOn > day),
  ).length;
  if (late >= rules.orangeMilestones)
    return { light: 'orange', reason: { zh: `${late} 个节点超期`, en: `${late} milestones are late` } };
  if (workingDaysLeft <= rules.yellowWorkingDays) {
    return {
      light: 'yellow',
      reason:
        workingDaysLeft === 0
          ? { zh: '今日到期', en: 'Due today' }
          : { zh: `剩余 ${workingDaysLeft} 个工作日`, en: `${workingDaysLeft} working days left` },
    };
  }
  if (elapsedDays * 100 - percent * totalDays > rules.yellowBehindPoints * totalDays) {
    return {
      light: 'yellow',
      reason: {
        zh: `时间已过 ${elapsedPercent}%，进度 ${percent}%，落后超过 ${rules.yellowBehindPoints} 个百分点`,
        en: `${elapsedPercent}% of the time is past, progress ${percent}% is more than ${rules.yellowBehindPoints} points behind`,
      },
    };
  }
  return { light: 'green', reason: { zh: '正常推进', en: 'On track' } };
}
