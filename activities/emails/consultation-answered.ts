import { layout } from './layout.tsx';
import type { Mail, Opinion } from './mail.ts';
import { subjectLine } from './mail.ts';
import type { TurnFacts } from './turn.ts';
import { turnBlocks, turnUnder } from './turn.ts';

/** 委派、加签: the person asked has answered, the turn is back with the one who asked. */
export function consultationAnswered(facts: TurnFacts & { opinion?: Opinion }): Mail {
  const { case: file, opinion } = facts;
  return layout({
    office: facts.office,
    subject: subjectLine('意见已回复', file.title, file.number),
    over: file.number,
    heading: `意见已回复，请办理｜${file.title}`,
    under: turnUnder(facts),
    blocks: [
      opinion ? { is: 'opinion', opinion } : { is: 'paragraph', text: '您征求的意见已回复，未附文字说明。' },
      ...turnBlocks(facts),
    ],
    english: 'The opinion you asked for has arrived; the turn is yours again.',
    because: `您在“${facts.stage}”环节征求过意见，因此收到此邮件。`,
  });
}
