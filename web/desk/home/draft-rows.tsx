import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { dropLocalCopy } from '../application/local-copy.ts';
import { useMe } from '../me.ts';
import { draftsQuery } from '../queries.ts';
import { Rows } from './rows.tsx';

export function DraftRows() {
  const { t, say, language } = useWords();
  const me = useMe();
  const { modal } = App.useApp();
  const cache = useQueryClient();
  const list = useInfiniteQuery(draftsQuery);
  const items = list.data?.pages.flatMap((page) => page.items);
  const remove = useMutation({
    mutationFn: (id: string) => api.deleteDraft({ params: { id } }),
    onSuccess: (_, id) => {
      dropLocalCopy(me.id, id);
      void cache.invalidateQueries({ queryKey: ['inbox', 'counts'] });
      return cache.invalidateQueries({ queryKey: ['drafts'] });
    },
  });
  const head = (
    <>
      <span />
      <span>{t('home.columns.draft')}</span>
      <span>{t('home.columns.process')}</span>
      <span>{t('home.columns.savedAt')}</span>
      <span />
    </>
  );
  return (
    <Rows list={list} count={items?.length} head={head} empty="drafts" filtered={false}>
      {items?.map((draft) => (
        <li key={draft.id} className="row">
          <span />
          <Link to={`/drafts/${draft.id}`} className="item">
            <b>{draft.title || t('draft.untitled', { process: say(draft.process.name) })}</b>
            {draft.caseId && <small>{t('draft.correction')}</small>}
          </Link>
          <span>{say(draft.process.name)}</span>
          <span className="soft">{sayMoment(draft.updatedAt, language)}</span>
          <span>
            <Button
              onClick={() =>
                void modal.confirm({
                  title: t('draft.removeAsk'),
                  content: t('draft.removeHow'),
                  okText: t('draft.remove'),
                  okButtonProps: { danger: true },
                  onOk: () => remove.mutateAsync(draft.id),
                })
              }
            >
              {t('draft.remove')}
            </Button>
          </span>
        </li>
      ))}
    </Rows>
  );
}
