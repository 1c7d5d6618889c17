import type { z } from 'zod';
import type { fact } from '../../api/contract/shapes.ts';
import { useWords } from '../words/language.ts';

/** The few facts that matter, label beside value. */
export function FactList({ facts }: { facts: z.infer<typeof fact>[] }) {
  const { say, language } = useWords();
  return facts.map((one) => (
    <div key={one.label.zh} className="pair">
      <dt>{say(one.label)}</dt>
      <dd>{(language === 'en' && one.valueEn) || one.value}</dd>
    </div>
  ));
}
