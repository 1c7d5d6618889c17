/** What the routes are made with: everything they depend on, as arguments (style.md R8). */
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Prisma } from '../prisma/client.ts';
import type { Policy } from '../processes/policy.ts';
import type { Storage } from '../storage.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { CaseDoor } from './case-door.ts';
import type { CaseMessages } from './case-messages.ts';
import type { Directory } from './directory.ts';
import type { LiveHub } from './live-hub.ts';
import type { OfficeClock } from './office-clock.ts';
import type { Offices } from './offices.ts';
import type { SecurityLog } from './security-log.ts';

export interface Needs {
  prisma: Prisma;
  temporal: Client;
  policy: Policy;
  storage: Storage;
  accounts: Accounts;
  offices: Offices;
  directory: Directory;
  clock: OfficeClock;
  door: CaseDoor;
  messages: CaseMessages;
  live: LiveHub;
  security: SecurityLog;
  log: Logger;
  publicUrl: string;
}
