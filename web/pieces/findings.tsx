import type { z } from 'zod';
import type { finding } from '../../api/contract/shapes.ts';
import { useWords } from '../words/language.ts';

export type Finding = z.infer<typeof finding>;

const order = { error: 0, warning: 1, ok: 2 };

/** Rules looked at, what is amiss first, each with its clause. A rule never decides: a person does. */
export function Findings({ findings, onGo }: { findings: Finding[]; onGo?: (path: string) => void }) {
  const { t, say } = useWords();
  const sorted = findings.toSorted((a, b) => order[a.level] - order[b.level]);
  return (
    <div role="list">
      {sorted.map((found) => (
        <div key={`${found.rule}:${found.path ?? ''}`} role="listitem" className={`rule ${found.level}`}>
          <b>{t(`findings.${found.level}`)}</b>
          <span>
            {say(found.message)}
            <small>{found.clause}</small>
            {onGo && found.path && found.level !== 'ok' && (
              <>
                {' '}
                <button type="button" onClick={() => onGo(found.path ?? '')}>
                  {t('findings.go')}
                </button>
              </>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}
