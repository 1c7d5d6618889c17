import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import type { RegisterRow } from '../../../api/contract/registers.ts';
import type { RegisterSlug } from '../../../processes/registers/registers.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { FieldChanges } from './field-changes.tsx';
import { registerChangesQuery } from './queries.ts';

/** Who changed what when and why: of one row, or of the whole register. */
export function HistoryDrawer({
  register,
  row,
  onClose,
}: {
  register: RegisterSlug;
  row: RegisterRow | null;
  onClose: () => void;
}) {
  const { t, say, language } = useWords();
  const list = useInfiniteQuery(registerChangesQuery(register, row?.key));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer
      open
      onClose={onClose}
      size={460}
      title={row ? t('registers.historyOf', { what: say(row.unit.name) }) : t('registers.history')}
    >
      {list.error && <TroubleNote error={list.error} again={list.refetch} />}
      {list.isPending && <Bones lines={5} height={48} />}
      {list.data && items.length === 0 && <Empty what={t('registers.noHistory')} />}
      <ul className="register-history">
        {items.map((change) => (
          <li key={change.id}>
            <b>{change.what}</b> <span className="tag">{t(`registers.kind.${change.kind}`)}</span>
            <FieldChanges fields={change.fields} />
            <small className="soft">
              {change.by?.name ?? t('registers.bySystem')}　{sayMoment(change.at, language)}
              {change.reason && `　${change.reason}`}
            </small>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('registers.moreHistory')}
        </Button>
      )}
    </Drawer>
  );
}
