/** A notification row on its way to becoming a mail. */
import type { Prisma } from '../../../prisma/client.ts';
import type { Calendar } from '../../../processes/working-days.ts';
import type { Storage } from '../../../storage.ts';
import type { Mail, Office } from '../../emails/mail.ts';
import type { OutboxRow } from '../outbox-rows.ts';

export interface Attachment {
  filename: string;
  content: Buffer;
  contentType: string;
}

/** Ready to be sent, or not to be sent at all: what it would have said is no longer true. */
export type Letter = { kind: 'mail'; mail: Mail; attachments?: Attachment[] } | { kind: 'skip'; reason: string };

export const skip = (reason: string): Letter => ({ kind: 'skip', reason });

/** What composing a letter may look at. */
export interface Desk {
  prisma: Prisma;
  storage: Storage;
  office: Office;
  calendar: Calendar;
  nowMs: number;
  /** Working days left that count as near. */
  near: number;
}

export interface Recipient {
  id: string;
  name: string;
}

export interface Task {
  desk: Desk;
  row: OutboxRow;
  recipient: Recipient;
}
