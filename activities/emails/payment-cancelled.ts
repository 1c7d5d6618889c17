import type { FundingFacts } from './funding.ts';
import { fundingNews } from './funding.ts';
import type { Mail } from './mail.ts';

/** To who pays: an order that is out must not be paid any more. */
export function paymentCancelled(facts: FundingFacts & { orderNumber: string; amount: string }): Mail {
  return fundingNews(facts, {
    verb: '拨付通知作废，请勿支付',
    heading: `拨付通知 ${facts.orderNumber} 作废`,
    blocks: [
      {
        is: 'paragraph',
        text: `本事项已结束，拨付通知 ${facts.orderNumber}（${facts.amount} 元）作废，请勿支付；已送财政的，请立即通知财政停止支付。`,
      },
    ],
    english: `The case has ended: payment order ${facts.orderNumber} of ${facts.amount} yuan is void and must not be paid.`,
    because: '您负责拨付本事项的资金，因此收到此邮件。',
  });
}
