import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { Bones } from '../../pieces/bones.tsx';
import { DueWords } from '../../pieces/due-words.tsx';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { PersonPicker } from '../case/person-picker.tsx';
import { TroubleNote } from '../shell/trouble.tsx';

interface Typed {
  toPersonId?: string;
  reason: string;
  disable?: boolean;
}

/** 离职转办: choose who leaves, see what they hold, hand it over. */
export function LeaversPage() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const id = search.get('person') ?? undefined;
  return (
    <div className="page">
      <div className="title">
        <h1>{t('nav.leavers')}</h1>
      </div>
      <section className="card">
        <p className="soft">{t('leavers.about')}</p>
        <Form layout="vertical">
          <Form.Item label={t('leavers.who')} htmlFor="leaver">
            <PersonPicker id="leaver" value={id} onChange={(chosen) => setSearch({ person: String(chosen) })} />
          </Form.Item>
        </Form>
      </section>
      {id && <Leaver key={id} id={id} />}
    </div>
  );
}

function Leaver({ id }: { id: string }) {
  const { t, say } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['inbox', 'leaver', id],
    queryFn: () => api.getLeaver({ params: { id } }),
  });
  if (error) return <TroubleNote error={error} again={refetch} />;
  if (!data) return <Bones lines={4} />;
  const { person, items, disabled } = data;
  return (
    <section className="card">
      <h2>
        {person.name}
        {person.unit && <span className="soft">　{say(person.unit.name)}</span>}
      </h2>
      <p>{items.length > 0 ? t('leavers.holds', { count: items.length }) : t('leavers.none')}</p>
      <ul className="plain-list">
        {items.map((turn) => (
          <li key={turn.assignmentId}>
            <Link to={`/cases/${turn.case.id}`}>
              <b>{turn.case.title}</b>
            </Link>
            　<span className="soft">{`${turn.case.number}　${say(turn.stage)}`}</span>　
            {turn.due && <DueWords due={turn.due} />}
          </li>
        ))}
      </ul>
      {disabled ? (
        <p className="note-box">{t('leavers.closed')}</p>
      ) : (
        <HandOverForm id={id} name={person.name} count={items.length} />
      )}
    </section>
  );
}

function HandOverForm({ id, name, count }: { id: string; name: string; count: number }) {
  const { t } = useWords();
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const disable = Form.useWatch('disable', form);
  const send = useMutation({
    mutationFn: (typed: Typed) => api.handOverLeaver({ params: { id }, body: typed }),
    onSuccess: ({ items }) => {
      const failed = items.filter(({ ok }) => !ok);
      if (failed.length > 0) {
        message.warning(`${t('leavers.failed', { count: failed.length })}：${failed[0]?.detail ?? ''}`, 8);
      } else message.success(t('leavers.done', { count: items.length }));
      form.resetFields();
      return cache.invalidateQueries({ queryKey: ['inbox'] });
    },
    onError: (error) => {
      const { errors, detail } = problemOf(error);
      message.error(errors?.[0]?.message ?? detail ?? t('problem.unreachable'));
    },
  });
  const ask = (typed: Typed) =>
    modal.confirm({
      title: count > 0 ? t('leavers.ask', { count, name }) : t('leavers.askNone', { name }),
      onOk: () => send.mutateAsync(typed).catch(() => undefined),
    });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={ask}>
      {count > 0 && (
        <Form.Item name="toPersonId" label={t('leavers.to')} rules={[{ required: true, message: t('people.choose') }]}>
          <PersonPicker />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={t('leavers.reason')}
        rules={[{ required: true, whitespace: true, message: t('leavers.reasonNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="disable" valuePropName="checked" extra={t('leavers.disableHint')}>
        <Checkbox>{t('leavers.disable')}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={send.isPending} disabled={count === 0 && !disable}>
        {disable ? t('leavers.goDisable') : t('leavers.go')}
      </Button>
    </Form>
  );
}
