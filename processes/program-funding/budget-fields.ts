import { bankAccount, choice, money, optionalText, rows, section, text, whole } from '../form-fields.ts';
import { MOST_FEN } from '../money.ts';
import { budgetCategoryNames } from './words.ts';

const some = { minFen: 1, maxFen: MOST_FEN };

/** 预算 and 申请资金. What adds up to what is a rule (`lines-add-up`, `line-amounts`), the limits are policy (`request`). */
export const budget = section(
  {
    requestedFen: money(some, {
      title: '申请资金（元）',
      titleEn: 'Amount requested (yuan)',
      description: '须等于各行预算金额之和',
      descriptionEn: 'The exact sum of the budget lines',
      clause: '三(四)2',
      example: '1,200,000.00',
    }),
    lines: rows(
      60,
      {
        category: choice(budgetCategoryNames, { title: '类别', titleEn: 'Category' }),
        item: text(80, { title: '支出项目', titleEn: 'Item', example: '六轴工业机器人工作站' }),
        quantity: whole(1, 100_000, { title: '数量', titleEn: 'Quantity' }),
        unitPriceFen: money(some, { title: '单价（元）', titleEn: 'Unit price (yuan)', example: '145,000.00' }),
        amountFen: money(some, { title: '金额（元）', titleEn: 'Amount (yuan)', example: '580,000.00' }),
        basis: text(300, { title: '测算依据', titleEn: 'Basis', example: '三家询价的最低价' }),
        otherFund: optionalText(80, {
          title: '已获其他财政资金',
          titleEn: 'Other fiscal fund',
          description: '同一支出不得重复申报；没有则不填',
          descriptionEn: 'One line is never paid by two fiscal funds; leave empty if there is none',
        }),
      },
      { title: '预算明细', titleEn: 'Budget lines', clause: '三(四)2' },
    ),
  },
  { title: '申请资金与预算', titleEn: 'Request and budget', clause: '三(四)2' },
);

/** 自筹资金 and 其他财政资金, beside the request. */
export const otherMoney = section(
  {
    selfRaisedFen: money(
      { minFen: 0, maxFen: MOST_FEN },
      {
        title: '自筹资金（元）',
        titleEn: 'Self-raised money (yuan)',
        description: '没有则填 0',
        descriptionEn: '0 if none',
        example: '300,000.00',
      },
    ),
    otherFunds: rows(
      20,
      {
        fund: text(80, { title: '资金名称', titleEn: 'Fund', example: '市级实训基地建设补助' }),
        grantedBy: text(80, { title: '批准单位', titleEn: 'Granted by' }),
        item: text(80, { title: '支出项目', titleEn: 'Item it pays for' }),
        amountFen: money(some, { title: '金额（元）', titleEn: 'Amount (yuan)' }),
      },
      {
        title: '其他财政资金',
        titleEn: 'Other fiscal funds',
        description: '本专业已获或在申请的全部其他财政资金',
        descriptionEn: 'All other fiscal money granted or asked for this program',
      },
    ),
  },
  { title: '其他资金来源', titleEn: 'Other money' },
);

/** Where the payment orders go. */
export const payee = section(
  {
    accountName: text(80, { title: '收款户名', titleEn: 'Account holder', example: '重庆市大足职业教育中心' }),
    bank: text(80, { title: '开户银行', titleEn: 'Bank', example: '重庆农村商业银行大足支行' }),
    accountNumber: bankAccount({
      title: '银行账号',
      titleEn: 'Account number',
      description: '仅用于拨付，界面、邮件与公示中均脱敏',
      descriptionEn: 'Only for payments; masked on screens, in mail and in the public notice',
    }),
  },
  { title: '收款账户', titleEn: 'Payee', clause: '四(三)' },
);
