import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useRef } from 'react';
import type { Assignment } from '../../../api/contract/assignments.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';

/** 批量同意: names every case before it happens, and afterwards every one that did not go through. */
export function BatchBar({ picked, onDone }: { picked: Assignment[]; onDone: () => void }) {
  const { t } = useWords();
  const { modal, message } = App.useApp();
  const cache = useQueryClient();
  const opinion = useRef('');
  const approve = useMutation({
    mutationFn: () =>
      api.batchApprove({
        body: { assignmentIds: picked.map((turn) => turn.id), opinion: opinion.current.trim() || undefined },
      }),
    onSuccess: ({ items }) => {
      const failed = items.filter((item) => !item.ok);
      if (failed.length === 0) message.success(t('batch.done', { count: items.length }));
      else {
        modal.warning({
          title: t('batch.some', { done: items.length - failed.length, failed: failed.length }),
          content: failed.map((item) => (
            <p key={item.assignmentId}>
              {picked.find((turn) => turn.id === item.assignmentId)?.number}　{item.detail}
            </p>
          )),
        });
      }
      onDone();
    },
    onError: (error) => message.error(problemOf(error).detail || t('problem.unreachable')),
    onSettled: () => cache.invalidateQueries({ queryKey: ['inbox'] }),
  });
  if (picked.length === 0) return null;
  const ask = () => {
    opinion.current = '';
    modal.confirm({
      title: t('batch.ask', { count: picked.length }),
      icon: null,
      width: 520,
      okText: t('batch.approve'),
      content: (
        <>
          <ul className="batch-list">
            {picked.map((turn) => (
              <li key={turn.id}>
                <span className="no">{turn.number}</span> {turn.title}
              </li>
            ))}
          </ul>
          <Input.TextArea
            rows={2}
            maxLength={2000}
            aria-label={t('act.opinion')}
            placeholder={t('batch.opinion')}
            onChange={(event) => {
              opinion.current = event.target.value;
            }}
          />
        </>
      ),
      onOk: () => approve.mutateAsync().catch(() => undefined),
    });
  };
  return (
    <div className="batch-bar" role="region" aria-label={t('batch.approve')}>
      <span>{t('batch.chosen', { count: picked.length })}</span>
      <span>
        <Button type="text" onClick={onDone}>
          {t('batch.clear')}
        </Button>
        <Button type="primary" loading={approve.isPending} onClick={ask}>
          {t('batch.approve')}
        </Button>
      </span>
    </div>
  );
}
