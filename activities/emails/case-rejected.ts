import type { EndedFacts } from './ended.ts';
import { ended } from './ended.ts';
import type { Mail } from './mail.ts';

/** 未通过: the reason, and what the applicant may still do. */
export function caseRejected(facts: EndedFacts & { stage?: string }): Mail {
  const where = facts.stage ? `本事项在“${facts.stage}”环节未通过。` : '本事项未通过。';
  return ended(facts, {
    verb: '未通过',
    heading: '未通过',
    blocks: [{ is: 'paragraph', text: where }],
    after: facts.forApplicant
      ? [
          {
            is: 'paragraph',
            text: '对结果有异议的，可向办理机关陈述、申辩；条件具备后也可以再次申请，原有内容可复制到新的申请。',
          },
        ]
      : [],
    english: 'The application was not approved.',
  });
}
