import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { PracticeProposal } from '../../../api/contract/engagements.ts';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { valueAt, type Form } from '../form/field-schema.ts';

type Offered = PracticeProposal['items'][number];
export type PracticeRow = Omit<Offered, 'case'>;

/** Registered posts in enterprises that are not rows of the form yet: each with its case, its days, and a button that fills it in. */
export function PracticeOffer({ form, onAdd }: { form: Form; onAdd: (row: PracticeRow) => void }) {
  const { t } = useWords();
  const { data } = useQuery({ queryKey: ['practice'], queryFn: () => api.proposePractice() });
  const offered = data?.items.filter((item) => !isIn(form, item)) ?? [];
  if (!data || offered.length === 0) return null;
  return (
    <aside className="note-box practice-offer" aria-label={t('practice.title')}>
      <b>{t('practice.title')}</b>
      <p className="soft">
        {t('practice.about', { hours: data.hoursADay, days: data.days })} {t('form.clause', { clause: data.clause })}
      </p>
      <ul className="plain-list">
        {offered.map(({ case: { id, number }, ...row }) => (
          <li key={id}>
            <span>
              {row.enterprise} · {row.post}
              <br />
              <span className="soft">
                {t('practice.row', { from: row.from, to: row.to, days: row.days })}{' '}
                <Link to={`/cases/${id}`} target="_blank">
                  {t('practice.case', { number })}
                </Link>
              </span>
            </span>
            <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => onAdd(row)}>
              {t('practice.add')}
            </Button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** The same enterprise from the same day on. */
function isIn(form: Form, { enterprise, from }: Offered): boolean {
  const rows = valueAt(form, ['practice', 'periods']);
  return (
    Array.isArray(rows) && rows.some((row: Partial<PracticeRow>) => row.enterprise === enterprise && row.from === from)
  );
}
