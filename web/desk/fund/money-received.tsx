import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import type { FundView } from '../../../api/contract/fund.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import { formatYuan, MOST_FEN, readMoney } from '../../../processes/money.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { DayField } from '../form/day-field.tsx';
import { MoneyField } from '../form/money-field.tsx';
import { thisYear, today } from './today.ts';

interface Typed {
  year: number;
  source: string;
  payer: string;
  document: string;
  receivedOn: string;
  amountFen: number;
}

const limits = { minFen: 1, maxFen: MOST_FEN };

/** 登记到位资金: a dated line of money that came in. */
export function MoneyReceived({ sources }: { sources: FundView['sources'] }) {
  const { t, say } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [form] = Form.useForm<Typed>();
  /** One line of the ledger, however often it is sent while this dialog is open: a refusal frees the key, an outage keeps it. */
  const key = useRef('');
  const ask = () => {
    key.current = crypto.randomUUID();
    setProblem(undefined);
    setOpen(true);
  };
  const record = async (typed: Typed) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.recordSource({ body: typed }, { idempotencyKey: key.current });
      message.success(t('fund.received.done', { amount: formatYuan(typed.amountFen) }));
      setOpen(false);
      form.resetFields();
      await cache.invalidateQueries({ queryKey: ['fund'] });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const needed = (field: string) => [{ required: true, message: t('fund.received.needed', { field }) }];
  return (
    <>
      <Button type="primary" onClick={ask}>
        {t('fund.received.name')}
      </Button>
      <Modal
        open={open}
        title={t('fund.received.name')}
        okText={t('fund.received.name')}
        okButtonProps={{ loading: busy }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        mask={{ closable: false }}
      >
        <p className="soft modal-about">{t('fund.received.about')}</p>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ year: thisYear(), receivedOn: today() }}
          onFinish={(typed) => void record(typed)}
        >
          <div className="two-fields">
            <Form.Item name="year" label={t('fund.received.year')} rules={needed(t('fund.received.year'))}>
              <InputNumber min={2000} max={2999} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="receivedOn" label={t('fund.received.on')} rules={needed(t('fund.received.on'))}>
              <DayField />
            </Form.Item>
          </div>
          <Form.Item name="source" label={t('fund.received.source')} rules={needed(t('fund.received.source'))}>
            <Select options={sources.map(({ id, name }) => ({ value: id, label: say(name) }))} />
          </Form.Item>
          <Form.Item name="payer" label={t('fund.received.payer')} rules={needed(t('fund.received.payer'))}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="document" label={t('fund.received.document')} rules={needed(t('fund.received.document'))}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="amountFen"
            label={t('fund.received.amount')}
            rules={[
              ...needed(t('fund.received.amount')),
              {
                validator: async (_, typed?: number | string) => {
                  const read = typed === undefined || typed === '' ? undefined : readMoney(typed, limits);
                  if (read && !read.ok) throw new Error(say(read.message));
                },
              },
            ]}
          >
            <MoneyField limits={limits} />
          </Form.Item>
          {problem && (
            <p className="note-box seal" role="alert">
              {problem.errors?.map(({ message: words }) => words).join('；') ||
                problem.detail ||
                t('problem.unreachable')}
            </p>
          )}
        </Form>
      </Modal>
    </>
  );
}
