/** An application for a part-time post that keeps every rule on 2026-11-24, fresh for each test to change. */
import { parseForm } from '../../processes/form-errors.ts';
import { checkPartTime } from '../../processes/part-time-income/checks.ts';
import { examplePartTime } from '../../processes/part-time-income/example.ts';
import { partTimeForm, type PartTimeForm } from '../../processes/part-time-income/form.ts';
import type { CheckContext, Finding, HeldPost } from '../../processes/process.ts';
import { dazu, FILE, TODAY } from './dazu.ts';

export const partTime = (): PartTimeForm => examplePartTime(() => FILE);

export const heldPost = (held: Partial<HeldPost> = {}): HeldPost => ({
  number: 'JZ-2026-0001',
  hostName: '双桥汽车零部件有限公司',
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
  workTimeMinutesAWeek: 120,
  paid: true,
  registered: true,
  ...held,
});

export function partTimeFindings(
  change: (form: PartTimeForm) => void = () => {},
  context: Partial<CheckContext> = {},
): Finding[] {
  const form = partTime();
  change(form);
  const parsed = parseForm(partTimeForm, form);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const known = { policy: dazu(), today: TODAY, openCases: [], certificates: [], posts: [], unitId: 'dazu-zhijiao' };
  return checkPartTime(parsed.form, { ...known, ...context });
}
