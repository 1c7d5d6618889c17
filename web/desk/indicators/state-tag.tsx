import type { IndicatorView } from '../../../api/contract/indicators.ts';
import { useWords } from '../../words/language.ts';

const tones: Record<IndicatorView['state'], string> = {
  met: 'ok',
  below: 'amber',
  'on-the-way': 'info',
  'no-data': '',
};

export function StateTag({ of }: { of: Pick<IndicatorView, 'state' | 'stateText'> }) {
  const { say } = useWords();
  return <span className={`tag ${tones[of.state]}`}>{say(of.stateText)}</span>;
}
