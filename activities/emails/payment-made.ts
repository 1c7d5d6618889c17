import type { FundingFacts } from './funding.ts';
import { fundingNews } from './funding.ts';
import type { Mail } from './mail.ts';

export interface PaymentFacts extends FundingFacts {
  instalment: string;
  amount: string;
  orderNumber: string;
  voucher: string;
  /** What is still to be paid. */
  left: string;
}

/** 已拨付: the money is on its way, with the numbers to look for. */
export function paymentMade(facts: PaymentFacts): Mail {
  return fundingNews(facts, {
    verb: '已拨付',
    heading: `已拨付 ${facts.amount} 元`,
    blocks: [
      {
        is: 'facts',
        rows: [
          { label: '期次', value: facts.instalment },
          { label: '金额', value: `${facts.amount} 元` },
          { label: '拨付通知', value: facts.orderNumber },
          { label: '凭证号', value: facts.voucher },
          { label: '尚未拨付', value: `${facts.left} 元` },
        ],
      },
    ],
    english: `${facts.amount} yuan were paid (voucher ${facts.voucher}); ${facts.left} yuan are still to come.`,
  });
}
