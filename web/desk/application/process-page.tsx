import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { sayDay, sayMoment } from '../../pieces/moments.ts';
import { RouteLine } from '../../pieces/route-line.tsx';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import { sectionsOf, type FieldSchema } from '../form/field-schema.ts';
import { draftsQuery, processQuery } from '../queries.ts';
import { PageBones } from '../shell/frame.tsx';
import { TroubleNote } from '../shell/trouble.tsx';
import { SendProblem } from './send-problem.tsx';
import { StageTable } from './stage-table.tsx';

/** Before one begins: the way an application goes, how long each stage may take, what to have at hand. */
export function ProcessPage() {
  const { slug = '' } = useParams();
  const { t, say, language } = useWords();
  const navigate = useNavigate();
  const { data: process, error, refetch } = useQuery(processQuery(slug));
  const { data: drafts } = useInfiniteQuery(draftsQuery);
  const begin = useMutation({
    mutationFn: () => api.createDraft({ body: { process: slug, form: {} } }),
    onSuccess: (draft) => navigate(`/drafts/${draft.id}`),
  });
  if (error) return <TroubleNote error={error} again={refetch} />;
  if (!process) return <PageBones />;
  const begun =
    drafts?.pages.flatMap((page) => page.items).filter((draft) => draft.process.slug === slug && !draft.caseId) ?? [];
  return (
    <div className="page">
      <div className="title">
        <div>
          <h1>{say(process.name)}</h1>
          <span className="soft">{t('form.clause', { clause: process.clause })}</span>
        </div>
        {process.mayApply && (
          <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
            {t('apply.begin')}
          </Button>
        )}
      </div>
      <p className="lead">{say(process.summary)}</p>
      {!process.mayApply && <p className="note-box">{t('apply.notYouLong')}</p>}
      {begin.error && <SendProblem problem={problemOf(begin.error)} />}
      <RouteLine
        label={t('route.label')}
        stations={[
          { key: 'submitted', name: t('route.submitted'), place: 'now', notes: [t('apply.today')] },
          ...process.stages.map((stage) => ({
            key: stage.slug,
            name: say(stage.name),
            place: 'future' as const,
            notes: [
              say(stage.deadlineText),
              ...(stage.expectedOn ? [t('apply.latest', { on: sayDay(stage.expectedOn, language) })] : []),
            ],
          })),
        ]}
      />
      {begun.length > 0 && (
        <section className="card">
          <h2>{t('apply.goOn')}</h2>
          <ul className="plain-list">
            {begun.map((draft) => (
              <li key={draft.id}>
                <Link to={`/drafts/${draft.id}`}>{draft.title || say(process.name)}</Link>
                <span className="soft">{t('draft.saved', { at: sayMoment(draft.updatedAt, language) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="cols even">
        <StageTable stages={process.stages} />
        <Prepare schema={process.form} />
      </div>
    </div>
  );
}

/** Every evidence slot of the form, with what it must show. */
function Prepare({ schema }: { schema: FieldSchema }) {
  const { t, language } = useWords();
  const slots = sectionsOf(schema).flatMap(({ fields }) => fields.filter(([, field]) => field.widget === 'files'));
  if (slots.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('apply.prepare')}</h2>
      <p className="soft">{t('apply.prepareAbout')}</p>
      <ul className="plain-list">
        {slots.map(([key, field]) => (
          <li key={key}>
            {(language === 'en' && field.titleEn) || field.title}
            <span className="soft">{field.evidence?.split(' / ')[language === 'en' ? 1 : 0]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
