import { ProgressPage } from '../../light/progress-page.tsx';
import '../../look/progress.css';

export function ProgressInShell() {
  return (
    <div className="page light in-shell">
      <ProgressPage />
    </div>
  );
}
