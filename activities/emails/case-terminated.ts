import type { EndedFacts } from './ended.ts';
import { ended } from './ended.ts';
import type { Mail } from './mail.ts';

/** 终止 by an administrator, with the reason given. */
export function caseTerminated(facts: EndedFacts): Mail {
  return ended(facts, {
    verb: '已终止',
    heading: '已终止',
    blocks: [{ is: 'paragraph', text: '本事项已由管理员终止，不再办理。' }],
    english: 'An administrator has ended this case.',
  });
}
