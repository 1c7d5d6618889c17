import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDistrict, type District } from './district.ts';
import { applyForPost, newYear, untilDay } from './part-time.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

test('a year in force: registered, declared, checked, entered in the ledger, ended', async () => {
  const startsOn = await newYear(district);
  const year = startsOn.slice(0, 4);
  const story = await applyForPost(district, { startsOn, endsOn: `${year}-12-31` });
  await story.register();
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'in-force', stage: 'engagement' });
  expect(await story.post()).toMatchObject({ state: 'in-force', version: 1, startsOn });
  await untilDay(district, `${Number(year) + 1}-01-01`);
  expect(await story.row()).toMatchObject({ businessState: 'ended' });
  expect(await story.periods()).toEqual([`${year} open`]);
  await story.declareAndCheck(year, 3_600_000, 500_000, 120_000);
  expect(await story.ledger()).toEqual([[year, 'declared', 3_600_000, 500_000, 120_000]]);
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'ended', stage: null });
  console.log(await story.told(), await story.events());
  await district.replays(story.handle);
});
