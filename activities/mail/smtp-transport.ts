import { createTransport, type SendMailOptions } from 'nodemailer';

/** What a sender needs of nodemailer. */
export interface MailTransport {
  sendMail(mail: SendMailOptions): Promise<unknown>;
}

/** `smtpUrl`: `smtp://user:password@host:587`, `smtps://…:465`. Call `close()` when the worker ends. */
export const smtpTransport = (smtpUrl: string) =>
  createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    // Sending again is the outbox's business, which remembers it; a hidden second attempt would not be counted.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
