import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';

/** Finds a case by its number and recomputes the hash chain of its timeline. */
export function ChainCheck() {
  const { t } = useWords();
  const check = useMutation({
    mutationFn: async (number: string) => {
      const found = await api.listCases({ query: { view: 'all', q: number, limit: 5 } });
      const file = found.items.find((one) => one.number === number) ?? found.items[0];
      return file ? api.checkChain({ params: { id: file.id } }) : null;
    },
  });
  const answer = check.data;
  return (
    <section className="card">
      <h2>{t('audit.chain')}</h2>
      <p className="soft">{t('audit.chainAbout')}</p>
      <Input.Search
        style={{ maxWidth: 360 }}
        placeholder={t('audit.number')}
        aria-label={t('audit.number')}
        enterButton={t('audit.check')}
        loading={check.isPending}
        onSearch={(typed) => typed.trim() && check.mutate(typed.trim())}
      />
      {check.error && (
        <p className="note-box seal audit-answer">{problemOf(check.error).detail || t('problem.unreachable')}</p>
      )}
      {answer === null && <p className="note-box amber audit-answer">{t('audit.noCase')}</p>}
      {answer && (
        <div className={`note-box audit-answer ${answer.whole ? 'ok' : 'seal'}`} role="status">
          <b>
            {answer.whole
              ? t('audit.whole', { number: answer.number, events: answer.events })
              : t('audit.broken', { number: answer.number, sequence: answer.broken?.sequence ?? 0 })}
          </b>
          {answer.broken && <p>{answer.broken.why}</p>}
          <Link to={`/cases/${answer.caseId}`}>{t('form.seeCase')}</Link>
        </div>
      )}
    </section>
  );
}
