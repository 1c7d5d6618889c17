import { type EngagementFacts, engagementNews } from './engagement.ts';
import type { Block, Mail, Opinion } from './mail.ts';

/** 暂停: for want of a declaration, or by a supervisor with a reason. */
export function engagementSuspended(
  facts: EngagementFacts & ({ period: string; declareLink: string } | { opinion?: Opinion }),
): Mail {
  const { forTeacher } = facts;
  const why: Block[] =
    'period' in facts
      ? [
          {
            is: 'paragraph',
            text: forTeacher
              ? `您逾期未申报 ${facts.period}兼职收入，兼职自即日起暂停；补报后自动恢复。`
              : `该教师逾期未申报 ${facts.period}兼职收入，兼职自即日起暂停；补报后自动恢复，请督促。`,
          },
          ...(forTeacher
            ? [
                {
                  is: 'buttons' as const,
                  lead: '补报',
                  buttons: [{ label: '去申报', href: facts.declareLink, tone: 'primary' as const }],
                },
              ]
            : []),
        ]
      : [
          { is: 'paragraph', text: '该兼职已暂停，恢复前不得继续。' },
          ...(facts.opinion ? [{ is: 'opinion' as const, opinion: facts.opinion }] : []),
        ];
  return engagementNews(facts, {
    verb: '兼职暂停',
    heading: '兼职暂停',
    blocks: why,
    english:
      'period' in facts
        ? 'The post is suspended because its income was not declared in time; it is resumed once that is filed.'
        : 'The post is suspended.',
  });
}
