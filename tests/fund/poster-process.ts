/**
 * Does acts of a list as a process of its own, several at once, to be killed in the middle. Says `begun i` and `done i answer` a line.
 * A fault that asks to be tried again is tried again, as the workflow's retries do; any other ends the process with its words.
 */
import { createFundActivities } from '../../activities/fund/fund-activities.ts';
import { createPrisma } from '../../prisma/client.ts';
import { type Act, carryOut } from './acts.ts';

export interface PosterSettings {
  databaseUrl: string;
  acts: [index: number, act: Act][];
  atOnce: number;
}

process.once('message', (settings: PosterSettings) => void post(settings));

async function post({ databaseUrl, acts, atOnce }: PosterSettings): Promise<void> {
  const prisma = createPrisma(databaseUrl, { poolSize: atOnce });
  const doing = { prisma, fund: createFundActivities({ prisma }) };
  const say = (...words: unknown[]) => process.send?.(words.join(' '));
  say('ready');
  const one = async (): Promise<void> => {
    for (let next = acts.shift(); next; next = acts.shift()) {
      const [index, act] = next;
      say('begun', index);
      say('done', index, await untilAnswered(act));
    }
  };
  const untilAnswered = async (act: Act): Promise<string> => {
    for (;;) {
      try {
        return await carryOut(doing, act);
      } catch (error) {
        if (!(error instanceof Error && 'type' in error && error.type === 'LedgerAway'))
          return `fault: ${String(error)}`;
        say('again', String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  await prisma.$disconnect();
  process.disconnect?.();
}
