/** The outbox is emptied once, whatever happens on the way. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MailTransport, smtpTransport } from '../../activities/mail/smtp-transport.ts';
import { openPostRoom, type PostRoom, settleCase } from './post-room.ts';

let room: PostRoom;
beforeEach(async () => {
  room = await openPostRoom();
});
afterEach(() => room.close());

test('a queued mail leaves with its Message-ID, its headers and a link of its own', async () => {
  const turn = await settleCase(room.prisma, { number: 'SS-2026-0017' });
  const id = await room.queue(turn);

  expect(await room.send()).toEqual({ sent: 1, skipped: 0, failed: 0, postponed: 0 });
  const [mail] = room.catcher.mails;
  const row = await room.row(id);
  expect(row).toMatchObject({ state: 'sent', attempts: 1, lastError: null });
  expect(mail).toMatchObject({
    envelopeTo: ['school-reviewer@example.test'],
    messageId: row.messageId,
    subject: '【联办】请办理｜陈思远：中职中级双师型教师认定（SS-2026-0017）',
  });
  expect(mail!.from?.value).toEqual([{ name: '大足区职教联办', address: 'lianban@dazu.test' }]);
  expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail!.headers.get('list')).toMatchObject({ id: { name: 'lianban.dazu.test' } });
  expect(mail!.replyTo).toBeUndefined();

  const token = /https:\/\/lianban\.test\/act\/([\w-]+)#approve/.exec(mail!.text ?? '')?.[1] ?? '';
  // 256 random bits.
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const links = await room.prisma.actionLink.findMany();
  expect(links).toMatchObject([
    {
      tokenHash: createHash('sha256').update(token).digest('hex'),
      assignmentId: turn.assignmentId,
      userId: 'school-reviewer',
      round: 1,
      usedAt: null,
    },
  ]);
  expect(JSON.stringify(await room.prisma.notification.findMany())).not.toContain(token);
});

test('the activity run again sends nothing again', async () => {
  await room.queue(await settleCase(room.prisma));
  await room.send();
  expect(await room.send()).toMatchObject({ sent: 0 });
  expect(room.catcher.mails).toHaveLength(1);
});

test('two senders side by side share the outbox without sending a mail twice', async () => {
  const turn = await settleCase(room.prisma);
  const ids = await Promise.all(Array.from({ length: 30 }, () => room.queue(turn)));
  const tallies = await Promise.all([room.send(), room.send(), room.send()]);
  expect(tallies.reduce((sum, { sent }) => sum + sent, 0)).toBe(30);
  expect(new Set(room.catcher.mails.map(({ messageId }) => messageId)).size).toBe(ids.length);
  expect(room.catcher.mails).toHaveLength(30);
});

test('a sender that dies between the server’s answer and the mark causes one more mail with the same Message-ID', async () => {
  const id = await room.queue(await settleCase(room.prisma));
  const transport: MailTransport = {
    async sendMail(mail) {
      await room.dependencies.transport.sendMail(mail);
      // What is left of a killed process: no mark, no error handling. The row stays as it was claimed.
      return new Promise(() => {});
    },
  };
  void room.send({ transport });
  await room.catcher.waitFor(1);

  // Nobody takes the row while its lease runs.
  expect(await room.send()).toMatchObject({ sent: 0 });
  expect(await room.row(id)).toMatchObject({ state: 'sending', attempts: 1 });
  await room.comeDue();
  expect(await room.send()).toMatchObject({ sent: 1 });
  await room.comeDue();
  expect(await room.send()).toMatchObject({ sent: 0 });

  expect(room.catcher.mails).toHaveLength(2);
  expect(room.catcher.mails[0]!.messageId).toBe(room.catcher.mails[1]!.messageId);
  expect(await room.row(id)).toMatchObject({ state: 'sent', attempts: 2 });
});

test('a refused mail waits longer each time and is given up after five days', async () => {
  const id = await room.queue(await settleCase(room.prisma));
  room.catcher.refuse(451);
  const waitsMs: number[] = [];
  for (let attempt = 1; attempt <= 3; attempt++) {
    expect(await room.send()).toMatchObject({ postponed: 1 });
    const row = await room.row(id);
    expect(row).toMatchObject({ state: 'pending', attempts: attempt });
    waitsMs.push(Math.round((row.nextAttemptAt.getTime() - Date.now()) / 60_000));
    await room.comeDue();
  }
  expect(waitsMs).toEqual([1, 2, 4]);
  // Codes only: a server's words would hold the address.
  expect((await room.row(id)).lastError).toBe('EMESSAGE 451 DATA');

  await room.prisma.notification.updateMany({ data: { createdAt: new Date(Date.now() - 5.1 * 86_400_000) } });
  expect(await room.send()).toMatchObject({ failed: 1 });
  expect(await room.row(id)).toMatchObject({ state: 'failed', sentAt: null });
  room.catcher.refuse(null);
  await room.comeDue();
  expect(await room.send()).toMatchObject({ sent: 0 });
});

test('while the mail server is away rows wait, and leave when it is back', async () => {
  const turn = await settleCase(room.prisma);
  const ids = await Promise.all(Array.from({ length: 6 }, () => room.queue(turn)));
  const away = smtpTransport('smtp://127.0.0.1:9');
  expect(await room.send({ transport: away })).toMatchObject({ sent: 0, postponed: 6 });
  const waiting = await room.row(ids[0]!);
  expect(waiting).toMatchObject({ state: 'pending', attempts: 1 });
  expect(waiting.lastError).toContain('CONN');
  expect(waiting.nextAttemptAt.getTime() - Date.now()).toBeLessThanOrEqual(30_000);

  await room.comeDue();
  expect(await room.send()).toMatchObject({ sent: 6 });
  expect(room.catcher.mails).toHaveLength(6);
});

test('one mail that cannot be composed does not hold up the others', async () => {
  const broken = await room.queue({ kind: 'copied', caseId: 'no-such-case' });
  const fine = await room.queue(await settleCase(room.prisma));
  expect(await room.send()).toMatchObject({ sent: 1, postponed: 1 });
  expect(await room.row(fine)).toMatchObject({ state: 'sent' });
  expect(await room.row(broken)).toMatchObject({ state: 'pending' });
});

test('a mail queued while the sender listens leaves at once', async () => {
  const turn = await settleCase(room.prisma);
  const closing = new AbortController();
  const sending = room.send({ closing: closing.signal }, 60_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const queuedAtMs = Date.now();
  await room.queue(turn);
  await room.catcher.waitFor(1, 9_000);
  // Without NOTIFY it would be found after 10 s.
  expect(Date.now() - queuedAtMs).toBeLessThan(5_000);
  closing.abort();
  expect(await sending).toMatchObject({ sent: 1 });
});

test('a worker about to stop ends the wait at once', async () => {
  const closing = new AbortController();
  const sending = room.send({ closing: closing.signal }, 60_000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  closing.abort();
  await expect(sending).resolves.toMatchObject({ sent: 0 });
});

test('without its own connection for NOTIFY the sender still finds what is due', async () => {
  await room.queue(await settleCase(room.prisma));
  expect(await room.send({ listenUrl: 'postgresql://nobody@127.0.0.1:9/none' }, 200)).toMatchObject({ sent: 1 });
});
