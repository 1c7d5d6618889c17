import { Button } from 'antd';
import { useWords } from '../words/language.ts';

interface Props {
  /** A list that is read page by page. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The next page of a list, where there is one. */
export function More({ list }: Props) {
  const { t } = useWords();
  if (!list.hasNextPage) return null;
  return (
    <div className="more">
      <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
        {t('list.more')}
      </Button>
    </div>
  );
}
