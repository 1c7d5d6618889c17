import { Button, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { AgendaAbout, MeetingView } from '../../../api/contract/meetings.ts';
import { FactList } from '../../pieces/fact-list.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { CaseStateTag } from '../state-tags.tsx';
import { useMeetingAct } from './use-meeting-act.ts';

interface Props {
  meeting: MeetingView;
  entryId: string;
  about: AgendaAbout;
}

/** 会上审定: one press a verdict; a return or a refusal asks for its reason first. */
export function EntryDecision({ meeting, entryId, about }: Props) {
  const { t, say, language } = useWords();
  const { act, busy } = useMeetingAct(meeting.id);
  const [asking, setAsking] = useState<AgendaAbout['verdicts'][number]>();
  const [form] = Form.useForm<{ opinion: string }>();
  const key = useRef(crypto.randomUUID());

  const decide = async (chosen: AgendaAbout['verdicts'][number], opinion?: string) => {
    const refused = await act(
      () =>
        api.decideEntry(
          {
            params: { id: meeting.id, entryId },
            body: { verdict: chosen.verdict, ...(opinion?.trim() && { opinion: opinion.trim() }) },
          },
          { idempotencyKey: key.current },
        ),
      t('meetings.agenda.done', { verdict: say(chosen.label) }),
    );
    if (!refused) setAsking(undefined);
  };

  return (
    <>
      <dl className="entry-facts">
        <FactList facts={about.keyFacts} />
      </dl>
      {about.decided ? (
        <p>
          <CaseStateTag state={about.state} business={about.businessState} />{' '}
          <span className="soft">
            {t('meetings.agenda.decided', {
              verdict: say(about.decided.verdict),
              by: about.decided.by?.name ?? '',
              at: sayMoment(about.decided.at, language),
            })}
          </span>
        </p>
      ) : (
        meeting.agendaFixed && (
          <span className="entry-acts">
            {about.verdicts.toReversed().map((one) => (
              <Button
                key={one.verdict}
                type={one.verdict === 'approve' ? 'primary' : 'default'}
                danger={one.verdict === 'reject'}
                loading={busy}
                onClick={() => (one.opinionRequired ? setAsking(one) : void decide(one))}
              >
                {say(one.label)}
              </Button>
            ))}
          </span>
        )
      )}
      {asking && (
        <Modal
          open
          title={`${say(asking.label)}：${about.title}`}
          okText={say(asking.label)}
          okButtonProps={{ danger: asking.verdict === 'reject', loading: busy }}
          onOk={() => form.submit()}
          onCancel={() => setAsking(undefined)}
        >
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            onFinish={({ opinion }) => void decide(asking, opinion)}
          >
            <Form.Item
              name="opinion"
              label={t('meetings.agenda.opinion')}
              extra={t('meetings.agenda.opinionHint')}
              rules={[{ required: true, whitespace: true, message: t('act.opinionRequired') }]}
            >
              <Input.TextArea maxLength={1500} autoSize={{ minRows: 3, maxRows: 8 }} />
            </Form.Item>
          </Form>
        </Modal>
      )}
    </>
  );
}
