/** `npm run bench [rounds] [cases]`: one run on the embedded stack, printed as markdown. About two minutes on two cores. */
import { compareDecisions, runWholeCases } from './decisions.ts';
import { historyOfDecisions } from './history.ts';
import { measureInbox, seedCases } from './inbox.ts';
import { signInEverybody } from './people.ts';
import { memoryMiB } from './processes.ts';
import { report } from './report.ts';
import { startStack } from './stack.ts';
import { measureStartUp } from './startup.ts';

const [rounds = 5, cases = 16] = process.argv.slice(2).map(Number);
const told = async <T>(what: string, measuring: () => Promise<T>): Promise<T> => {
  console.error(`${what} …`);
  return measuring();
};

const startUp = await told('npm start, cold and warm', measureStartUp);
const stack = await told('the stack', startStack);
try {
  const people = await signInEverybody(stack);
  // Code that was never run is interpreted: a service at work is not.
  await told('warming up', () => compareDecisions(stack, people, { concurrency: 4, cases: 20, rounds: 1 }));
  const one = await told('decisions, one at a time', () =>
    compareDecisions(stack, people, { concurrency: 1, cases: Math.ceil(cases / 2), rounds }),
  );
  const sixteen = await told('decisions, 16 at a time', () =>
    compareDecisions(stack, people, { concurrency: 16, cases: Math.max(cases, 16), rounds }),
  );
  const wholeCases = await told('whole cases', () =>
    runWholeCases(stack, people, { concurrency: 16, cases: cases * 3 }),
  );
  const memory = memoryMiB(stack.folder);
  const history = await told('history', () => historyOfDecisions(stack, people));
  await told('100,000 cases', () => seedCases(stack));
  const reviewer = people.get('lv.fang@dazu.example');
  if (!reviewer) throw new Error('nobody reviews for the bureau');
  const inbox = await told('inbox', () => measureInbox(reviewer));
  console.log(report({ comparisons: [one, sixteen], wholeCases, memory, history, inbox, startUp }));
} finally {
  await stack.stop();
}
