import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import getPort from 'get-port';
import helmet from 'helmet';
import { SMTPServer } from 'smtp-server';
import { caughtMails } from './caught-mails.ts';
import type { CaughtMails } from './caught-mails.ts';
import { listPage, mailBody, mailPage } from './inbox-page.ts';

export interface MailCatcher {
  /** For SMTP_URL. */
  smtpUrl: string;
  /** The inbox in a browser; `/api/mails` gives the list as JSON. */
  inboxUrl: string;
  stop(): Promise<void>;
}

/** A real SMTP server that lets no mail out, with an inbox to read them. It listens on this machine only. */
export async function startMailCatcher({
  folder,
  inboxPort,
}: {
  folder: string;
  inboxPort?: number;
}): Promise<MailCatcher> {
  const mails = await caughtMails(folder);
  const smtp = smtpServer(mails);
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve));
  const inbox = inboxApp(mails).listen(await getPort({ host: '127.0.0.1', port: inboxPort }), '127.0.0.1');
  await once(inbox, 'listening');
  return {
    smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    inboxUrl: `http://127.0.0.1:${(inbox.address() as AddressInfo).port}/`,
    async stop() {
      inbox.closeAllConnections();
      inbox.close();
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}

const smtpServer = (mails: CaughtMails) =>
  new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: 40 * 1024 * 1024,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.keep(Buffer.concat(chunks), to).then(() => done(), done);
      });
    },
  });

function inboxApp(mails: CaughtMails) {
  const app = express();
  const scripts = ["'self'", "'unsafe-inline'"];
  app.use(
    helmet({
      contentSecurityPolicy: { directives: { scriptSrc: scripts, upgradeInsecureRequests: null } },
      hsts: false,
    }),
  );
  app.use((_, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  const addressedTo = (person: unknown) =>
    mails
      .list()
      .filter(({ to }) => typeof person !== 'string' || to.some((address) => address.includes(person.trim())));
  app.get('/', (request, response) => {
    const { to } = request.query;
    response.send(listPage(addressedTo(to).slice(0, 200), typeof to === 'string' ? to : undefined));
  });
  app.get('/api/mails', (request, response) => void response.json(addressedTo(request.query.to)));
  app.delete('/api/mails', async (_, response) => void response.status(204).end(await mails.clear()));

  app.get('/mails/:id{/:part}{/:index}', async (request, response, next) => {
    const { id, part, index } = request.params;
    const found = await mails.read(id);
    const caught = mails.list().find((mail) => mail.id === id);
    if (!found || !caught) return next();
    const { mail, raw } = found;
    switch (part) {
      case undefined:
        return void response.send(mailPage(caught, mail));
      case 'html':
        // The mail's own page: no scripts, nothing fetched from elsewhere.
        response.set('Content-Security-Policy', "default-src 'none'; img-src data: https:; style-src 'unsafe-inline'");
        return void response.send(mailBody(mail.html || ''));
      case 'text':
        return void response.type('text/plain; charset=utf-8').send(mail.text ?? '');
      case 'raw':
        return void response.type('text/plain; charset=utf-8').send(raw);
      case 'attachments': {
        const attachment = mail.attachments[Number(index)];
        if (!attachment) return next();
        return void response
          .type(attachment.contentType ?? 'application/octet-stream')
          .attachment(attachment.filename ?? 'attachment')
          .send(attachment.content);
      }
      default:
        return next();
    }
  });
  return app;
}
