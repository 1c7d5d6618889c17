import { layout } from './layout.tsx';
import type { Mail } from './mail.ts';
import { subjectLine } from './mail.ts';
import type { TurnFacts } from './turn.ts';
import { ASK_ENGLISH, turnBlocks, turnUnder } from './turn.ts';

/** 催办: the applicant reminds whoever has the turn. */
export function urged(facts: TurnFacts): Mail {
  const { case: file } = facts;
  return layout({
    office: facts.office,
    subject: subjectLine('催办', file.title, file.number),
    over: file.number,
    heading: `申请人催办｜${file.title}`,
    under: turnUnder(facts),
    blocks: [{ is: 'paragraph', text: `申请人请您尽快办理“${facts.stage}”环节。` }, ...turnBlocks(facts)],
    english: `The applicant reminds you to ${ASK_ENGLISH[facts.purpose]}. Opening the link decides nothing.`,
    because: `您是“${facts.stage}”环节的办理人，因此收到此邮件。`,
  });
}
