import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { PaymentOrder } from '../../../api/contract/fund.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import { formatYuan } from '../../../processes/money.ts';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';

interface Typed {
  voucher: string;
  opinion?: string;
}

/** 登记已拨付: stays open with what was typed when the voucher is refused; a payment already entered says by whom. */
export function PayDialog({ order, onClose }: { order: PaymentOrder; onClose: () => void }) {
  const { t, say, language } = useWords();
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // A refusal frees the key for another try, an outage keeps it: one payment either way.
  const key = useRef(crypto.randomUUID());
  const { number } = order;

  const pay = async ({ voucher, opinion }: Typed) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.markOrderPaid(
        { params: { number }, body: { voucher: voucher.trim(), opinion: opinion?.trim() || undefined } },
        { idempotencyKey: key.current },
      );
      message.success(t('fund.orders.paid', { number }));
      onClose();
    } catch (error) {
      refused(problemOf(error));
    } finally {
      setBusy(false);
      await Promise.all([
        cache.invalidateQueries({ queryKey: ['fund'] }),
        cache.invalidateQueries({ queryKey: ['inbox'] }),
        cache.invalidateQueries({ queryKey: ['case', order.case.id] }),
      ]);
    }
  };
  const refused = (said: Problem) => {
    const ofVoucher = said.errors?.find(({ path }) => path.endsWith('voucher'));
    if (ofVoucher || said.code === 'VoucherUsed') {
      form.setFields([{ name: 'voucher', errors: [ofVoucher?.message ?? said.detail] }]);
      return;
    }
    if (said.status !== 409) return setProblem(said);
    onClose();
    modal.warning({
      title: said.title,
      content:
        said.decidedBy && said.decidedAt
          ? t('problem.decidedBy', { by: said.decidedBy, at: sayMoment(said.decidedAt, language) })
          : said.detail,
    });
  };
  return (
    <Modal
      open
      title={`${t('fund.orders.pay')} · ${number}`}
      okText={t('fund.orders.pay')}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <dl className="facts pay-facts">
        <dt>{t('fund.orders.facts.amount')}</dt>
        <dd>
          <b>{formatYuan(order.amountFen)} 元</b>
        </dd>
        <dt>{t('fund.orders.facts.school')}</dt>
        <dd>{order.payee.accountName || say(order.school.name)}</dd>
        <dt>{t('fund.orders.facts.accountNumber')}</dt>
        <dd>{order.payee.accountNumber}</dd>
        <dt>{t('fund.orders.facts.case')}</dt>
        <dd>
          {order.case.number} {order.case.title}，{say(order.instalment)}
        </dd>
      </dl>
      <p className="soft modal-about">{t('fund.orders.payAbout')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void pay(typed)}>
        <Form.Item
          name="voucher"
          label={t('fund.orders.voucher')}
          rules={[{ required: true, whitespace: true, message: t('fund.orders.voucherNeeded') }]}
        >
          <Input autoFocus maxLength={60} autoComplete="off" placeholder={t('fund.orders.voucherExample')} />
        </Form.Item>
        <Form.Item name="opinion" label={t('fund.orders.opinion')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
        {problem && (
          <p className="note-box seal" role="alert">
            {problem.detail || t('problem.unreachable')}
          </p>
        )}
      </Form>
    </Modal>
  );
}
