import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import type { Substitute } from '../../../api/contract/me.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { PersonPicker } from '../case/person-picker.tsx';
import { DayField } from '../form/day-field.tsx';
import { useMe } from '../me.ts';

const key = ['substitutes'];

/** 代理设置: who takes my turns while I am away; the record then reads 乙 代 甲. */
export function SubstitutesPage() {
  const { t } = useWords();
  const me = useMe();
  const { data } = useQuery({ queryKey: key, queryFn: () => api.listSubstitutes() });
  const named = data?.items.filter((one) => one.principal.id === me.id);
  const iAm = data?.items.filter((one) => one.principal.id !== me.id);
  return (
    <div className="page">
      <div className="title">
        <h1>{t('nav.substitutes')}</h1>
      </div>
      <section className="card">
        <h2>{t('substitutes.name')}</h2>
        <p className="soft">{t('substitutes.about')}</p>
        <NewSubstitute />
      </section>
      <section className="card">
        <h2>{t('substitutes.mine')}</h2>
        {!named ? (
          <Bones lines={2} />
        ) : named.length === 0 ? (
          <Empty what={t('substitutes.none')} />
        ) : (
          <List items={named} mine />
        )}
      </section>
      {iAm && iAm.length > 0 && (
        <section className="card">
          <h2>{t('substitutes.iAm')}</h2>
          <List items={iAm} />
        </section>
      )}
    </div>
  );
}

function List({ items, mine }: { items: Substitute[]; mine?: boolean }) {
  const { t, say, language } = useWords();
  const cache = useQueryClient();
  const { modal } = App.useApp();
  const end = useMutation({
    mutationFn: (id: string) => api.deleteSubstitute({ params: { id } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: key }),
  });
  return (
    <ul className="plain-list">
      {items.map((one) => {
        const other = mine ? one.substitute : one.principal;
        return (
          <li key={one.id}>
            <span>
              <b>{other.name}</b> <span className="soft">{other.unit && say(other.unit.name)}</span>
              <br />
              {sayDay(one.startsOn, language)} – {sayDay(one.endsOn, language)}{' '}
              <span className={one.inForce ? 'tag jade' : 'tag'}>
                {t(one.inForce ? 'substitutes.inForce' : 'substitutes.notNow')}
              </span>
            </span>
            {mine && (
              <Button
                onClick={() =>
                  void modal.confirm({
                    title: t('substitutes.endAsk', { name: other.name }),
                    onOk: () => end.mutateAsync(one.id),
                  })
                }
              >
                {t('substitutes.end')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface Typed {
  substituteId: string;
  startsOn: string;
  endsOn: string;
}

function NewSubstitute() {
  const { t } = useWords();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const create = useMutation({
    mutationFn: (typed: Typed) => api.createSubstitute({ body: typed }),
    onSuccess: () => {
      form.resetFields();
      message.success(t('substitutes.saved'));
      return cache.invalidateQueries({ queryKey: key });
    },
    onError: (error) => message.error(problemOf(error).detail || t('problem.unknown')),
  });
  return (
    <Form
      form={form}
      layout="vertical"
      className="line-form"
      requiredMark={false}
      onFinish={(typed) => create.mutate(typed)}
    >
      <Form.Item
        name="substituteId"
        label={t('substitutes.who')}
        rules={[{ required: true, message: t('people.choose') }]}
      >
        <PersonPicker />
      </Form.Item>
      <Form.Item
        name="startsOn"
        label={t('substitutes.from')}
        rules={[{ required: true, message: t('substitutes.periodNeeded') }]}
      >
        <DayField />
      </Form.Item>
      <Form.Item
        name="endsOn"
        label={t('substitutes.to')}
        rules={[{ required: true, message: t('substitutes.periodNeeded') }]}
      >
        <DayField />
      </Form.Item>
      <Form.Item label=" ">
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('substitutes.save')}
        </Button>
      </Form.Item>
    </Form>
  );
}
