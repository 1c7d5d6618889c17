/** Live updates: who may see a case hears that it changed, and nothing of what. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, submit, turnOf, until } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ cables: true });
});
afterAll(() => office?.stop());

async function listen(login: string) {
  const stopping = new AbortController();
  const response = await office.raw('/api/v1/live', { as: login, signal: stopping.signal });
  const heard: string[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      for (const [, event, data] of decoder.decode(chunk).matchAll(/event: (\w+)\ndata: (.*)\n\n/g))
        heard.push(`${event} ${data}`);
    }
  })().catch(() => undefined);
  await until(async () => heard.includes('ready {}'));
  return {
    type: response.headers.get('content-type'),
    heard,
    async stop() {
      stopping.abort();
      await reading;
    },
  };
}

test('each hears of their own cases only', async () => {
  const [teacher, colleague, reviewer, leader, stranger] = await Promise.all(
    ['teacher', 'colleague', 'school-reviewer', 'bureau-leader', 'other-reviewer'].map(listen),
  );
  expect(teacher!.type).toBe('text/event-stream; charset=utf-8');
  const caseId = await submit(await office.as('teacher'));
  const changed = `case {"caseId":"${caseId}"}`;
  for (const listener of [teacher!, reviewer!]) {
    await until(async () => listener.heard.includes(changed) && listener.heard.includes('inbox {}'));
  }
  // The district sees the case, but nothing of it is in its lists.
  await until(async () => leader!.heard.includes(changed));
  expect(leader!.heard).not.toContain('inbox {}');
  expect([...colleague!.heard, ...stranger!.heard]).toEqual(['ready {}', 'ready {}']);
  expect(await (await office.raw('/metrics')).text()).toContain('lianban_live_subscribers 5');
  await Promise.all([teacher, colleague, reviewer, leader, stranger].map((listener) => listener!.stop()));
  await until(async () => (await (await office.raw('/metrics')).text()).includes('lianban_live_subscribers 0'));
});

test('needs a sign-in', async () => {
  expect((await office.raw('/api/v1/live')).status).toBe(401);
});

test('after the database was away everybody is asked to read again, and hears again', async () => {
  const reviewer = await listen('school-reviewer');
  reviewer.heard.length = 0;
  office.cable?.database.cut();
  await new Promise((resolve) => setTimeout(resolve, 300));
  office.cable?.database.mend();
  await until(async () => reviewer.heard.includes('inbox {}'), 20_000);
  const caseId = await until(
    () =>
      office
        .as('colleague')
        .then(submit)
        .catch(() => null),
    20_000,
  );
  await until(async () => reviewer.heard.includes(`case {"caseId":"${caseId}"}`));
  const turn = await turnOf(office, caseId);
  await (await office.as('school-reviewer-2')).claimAssignment({ params: { id: turn } });
  const told = () => reviewer.heard.filter((line) => line.startsWith('case'));
  await until(async () => told().length >= 2);
  expect(new Set(told())).toEqual(new Set([`case {"caseId":"${caseId}"}`]));
  await reviewer.stop();
});
