/** A turn that opens once more: what went wrong with the answer, then the same as a new turn. */
import { layout } from './layout.tsx';
import type { Block, Mail } from './mail.ts';
import { subjectLine } from './mail.ts';
import type { TurnFacts } from './turn.ts';
import { turnBlocks, turnUnder } from './turn.ts';

export function turnAgain(facts: TurnFacts, words: { ask: string; why: Block[]; english: string }): Mail {
  const { case: file, onBehalfOf } = facts;
  return layout({
    office: facts.office,
    subject: subjectLine(words.ask, file.title, file.number),
    over: file.number,
    heading: `${words.ask}｜${file.title}`,
    under: turnUnder(facts),
    blocks: [
      ...(onBehalfOf ? [{ is: 'paragraph' as const, text: `您正在代理${onBehalfOf}，请代为办理。` }] : []),
      ...words.why,
      ...turnBlocks(facts),
    ],
    english: `${words.english} Opening the link decides nothing.`,
    because: `您是“${facts.stage}”环节的办理人，因此收到此邮件。`,
  });
}
