import type { Due } from '../../api/contract/shapes.ts';
import { useWords } from '../words/language.ts';

/** 剩余 2 个工作日 / 今日到期 / 已超期 1 个工作日: the words carry it, the colour helps. */
export function DueWords({ due }: { due: Due | null }) {
  const { t, say } = useWords();
  if (!due) return <span className="soft">—</span>;
  const tone = due.level === 'overdue' ? 'late' : due.level === 'near' || due.level === 'today' ? 'near' : '';
  return (
    <span className={`due ${tone}`} title={due.provisional ? t('due.provisionalWhy') : undefined}>
      {say(due.text)}
    </span>
  );
}
