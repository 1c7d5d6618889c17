import { Link } from 'react-router';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';

export function NotFound() {
  const { t } = useWords();
  return (
    <div className="page">
      <div className="card">
        <Empty what={t('problem.noPage')}>
          <Link to="/">{t('problem.home')}</Link>
        </Empty>
      </div>
    </div>
  );
}
