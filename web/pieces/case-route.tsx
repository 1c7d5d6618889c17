import type { Station as Stage } from '../../api/contract/cases.ts';
import { useWords } from '../words/language.ts';
import { RouteLine } from './route-line.tsx';
import { stationsOf } from './stations.ts';

export function CaseRoute({ stages, down }: { stages: Stage[]; down?: boolean }) {
  const { t, say, language } = useWords();
  const stations = stationsOf(stages, {
    language,
    say,
    submitted: t('route.submitted'),
    expected: (on) => t('route.expected', { on }),
    stopped: t('route.stopped'),
    skipped: t('route.skipped'),
  });
  return <RouteLine stations={stations} label={t('route.label')} down={down} />;
}
