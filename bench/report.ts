/** The figures of one run as markdown, for docs/performance.md. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Comparison, WholeCases } from './decisions.ts';
import type { InHistory } from './history.ts';
import { SEEDED, type InboxTimes } from './inbox.ts';
import { PARTS, type PerPart } from './processes.ts';
import type { StartUp } from './startup.ts';

export interface Figures {
  comparisons: Comparison[];
  wholeCases: WholeCases;
  memory: PerPart;
  history: InHistory;
  inbox: InboxTimes;
  startUp: StartUp;
}

export const machine = (): string => {
  const [cpu] = cpus();
  const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
  return `Lianban ${version}, Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'CPU'}, ${gib(totalmem())} GiB, load ${loadavg()[0]?.toFixed(1)}`;
};

export function report({ comparisons, wholeCases, memory, history, inbox, startUp }: Figures): string {
  const decisions = comparisons.flatMap(({ concurrency, whole, bare }) => [
    row(
      `whole, ${concurrency} at a time`,
      ms(whole.p50Ms),
      ms(whole.p95Ms),
      ms(whole.cpuMs),
      whole.callsASecond.toFixed(1),
      '',
    ),
    row(
      `bare, ${concurrency} at a time`,
      ms(bare.p50Ms),
      ms(bare.p95Ms),
      ms(bare.cpuMs),
      bare.callsASecond.toFixed(1),
      '',
    ),
    row(
      `**ratio**, ${concurrency} at a time`,
      times(whole.p50Ms, bare.p50Ms),
      times(whole.p95Ms, bare.p95Ms),
      times(whole.cpuMs, bare.cpuMs),
      '',
      '≤ 1.5 × in p50 and CPU',
    ),
  ]);
  const cpu = comparisons.flatMap(({ concurrency, whole, bare }) =>
    (
      [
        ['whole', whole],
        ['bare', bare],
      ] as const
    ).map(([name, side]) =>
      row(
        `${name}, ${concurrency} at a time`,
        ...PARTS.map((part) => (side.parts.includes(part) ? ms(side.cpuMsOf[part]) : '–')),
      ),
    ),
  );
  return [
    machine(),
    '',
    ...table(['one decision', 'p50 ms', 'p95 ms', 'CPU ms', 'a second', 'target'], decisions),
    ...table(['CPU ms a decision', ...PARTS], cpu),
    ...table(
      ['', 'measured', 'target'],
      [
        row('history events a decision', String(history.events), '≤ 8'),
        row('workflow tasks a decision', String(history.workflowTasks), '1'),
        row(
          `list + count, ${SEEDED.toLocaleString('en')} cases, ${inbox.openTurns.toLocaleString('en')} turns of the asker's, p95`,
          `${ms(inbox.p95Ms)} ms (p50 ${ms(inbox.p50Ms)})`,
          '≤ 50 ms',
        ),
        row(
          'whole cases (submitted, a review, five votes), 16 at a time',
          `${wholeCases.casesASecond.toFixed(1)} a second, ${wholeCases.cpuMs.toFixed(0)} CPU ms each`,
          '',
        ),
        row('`npm start`, cold (empty DATA_DIR, demo cases made)', `${startUp.coldSeconds.toFixed(1)} s`, ''),
        row('`npm start`, warm', `${startUp.warmSeconds.toFixed(1)} s`, ''),
      ],
    ),
    ...table(
      ['memory after the run', 'MiB'],
      PARTS.map((part) => row(part, memory[part].toFixed(0))),
    ),
  ].join('\n');
}

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[]): string[] => [row(...head), row(...head.map(() => '---')), ...rows, ''];
const ms = (value: number): string => value.toFixed(1);
const times = (whole: number, bare: number): string => `${(whole / bare).toFixed(2)} ×`;
const gib = (bytes: number): string => (bytes / 2 ** 30).toFixed(0);
