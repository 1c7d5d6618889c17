import { layout } from './layout.tsx';
import type { Mail } from './mail.ts';
import { subjectLine } from './mail.ts';
import type { TurnFacts } from './turn.ts';
import { ASK, ASK_ENGLISH, turnBlocks, turnUnder } from './turn.ts';

/** To each person who may take an open turn: who asks what, until when, with a button a decision. */
export function assignmentOpened(facts: TurnFacts): Mail {
  const { case: file, purpose, onBehalfOf } = facts;
  return layout({
    office: facts.office,
    subject: subjectLine(ASK[purpose], file.title, file.number),
    over: file.number,
    heading: `${ASK[purpose]}｜${file.title}`,
    under: turnUnder(facts),
    blocks: [
      ...(onBehalfOf ? [{ is: 'paragraph' as const, text: `您正在代理${onBehalfOf}，请代为办理。` }] : []),
      ...turnBlocks(facts),
    ],
    english: `You are asked to ${ASK_ENGLISH[purpose]}. Opening the link decides nothing.`,
    because: `您是“${facts.stage}”环节的办理人，因此收到此邮件。`,
  });
}
