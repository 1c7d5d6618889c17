import type { EndedFacts } from './ended.ts';
import { ended } from './ended.ts';
import type { Mail } from './mail.ts';

export function caseApproved(facts: EndedFacts): Mail {
  return ended(facts, {
    verb: '已通过',
    heading: '已通过',
    blocks: [{ is: 'paragraph', text: '本事项各环节均已办结，审批通过。' }],
    english: 'The application was approved.',
  });
}
