import type { FundingFacts } from './funding.ts';
import { fundingNews } from './funding.ts';
import type { Mail, Opinion } from './mail.ts';

export interface EvaluationFacts extends FundingFacts {
  score: string;
  grade: string;
  failed: boolean;
  opinion?: Opinion;
}

/** 绩效评价: score and grade; what a failed one asks for comes with a mail of its own. */
export function evaluationConcluded(facts: EvaluationFacts): Mail {
  const { score, grade, failed, opinion } = facts;
  return fundingNews(facts, {
    verb: `绩效评价：${grade}`,
    heading: `绩效评价 ${score} 分，${grade}`,
    blocks: [
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
      {
        is: 'paragraph',
        text: failed
          ? '评价不合格，须在规定时间内整改；整改不到位或者逾期的，将审定是否收回已拨付的资金。'
          : '评价合格，本事项随即办结。',
      },
    ],
    english: failed
      ? `The evaluation failed with ${score} points: please rectify in time, or money may be clawed back.`
      : `The program was evaluated with ${score} points and passed.`,
  });
}
