import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail extends ParsedMail {
  /** The addresses of the SMTP envelope. */
  envelopeTo: string[];
  /** The bytes as they came. */
  raw: Buffer;
}

export interface MailCatcher {
  /** For SMTP_URL. */
  url: string;
  /** In the order of their arrival. */
  mails: CaughtMail[];
  /** Resolves when `count` mails have come, and throws after `withinMs`. */
  waitFor(count: number, withinMs?: number): Promise<CaughtMail[]>;
  /** From now on answers each mail with this SMTP code (e.g. 451), or takes them again with null. */
  refuse(code: number | null): void;
  stop(): Promise<void>;
}

/** A real SMTP server of your own that keeps what it gets, parsed. */
export async function mailCatcher(): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusal !== null) {
          done(Object.assign(new Error('refused by the test'), { responseCode: refusal }));
          return;
        }
        const raw = Buffer.concat(chunks);
        simpleParser(raw).then((mail) => {
          mails.push({ ...mail, raw, envelopeTo: session.envelope.rcptTo.map(({ address }) => address) });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async waitFor(count, withinMs = 10_000) {
      const deadlineMs = Date.now() + withinMs;
      while (mails.length < count) {
        if (Date.now() > deadlineMs) throw new Error(`${mails.length} of ${count} mails came within ${withinMs} ms`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return mails;
    },
    refuse: (code) => void (refusal = code),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
