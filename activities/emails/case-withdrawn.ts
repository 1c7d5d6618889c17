import type { EndedFacts } from './ended.ts';
import { ended } from './ended.ts';
import type { Mail } from './mail.ts';

export function caseWithdrawn(facts: EndedFacts): Mail {
  return ended(facts, {
    verb: '已撤回',
    heading: '已撤回',
    blocks: [
      {
        is: 'paragraph',
        text: facts.forApplicant ? '您的申请已撤回，需要时可以复制后再次申请。' : '申请人已撤回本事项，您无需再办理。',
      },
    ],
    english: 'The application was withdrawn.',
  });
}
