import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { CaseRoute } from '../../pieces/case-route.tsx';
import { Findings } from '../../pieces/findings.tsx';
import { useWords } from '../../words/language.ts';
import { caseQuery } from '../queries.ts';
import { ItemCard } from '../items/item-card.tsx';
import { PageBones } from '../shell/frame.tsx';
import { TroubleNote } from '../shell/trouble.tsx';
import { ActionBar } from './action-bar.tsx';
import { BallotsCard } from './ballots-card.tsx';
import { CaseHead } from './case-head.tsx';
import { CertificateCard } from './certificate-card.tsx';
import { CopiesCard } from './copies-card.tsx';
import { FilesCard } from './files-card.tsx';
import { FormCard } from './form-card.tsx';
import { NoticeCard } from './notice-card.tsx';
import { PostInCase } from '../posts/post-in-case.tsx';
import { Timeline } from './timeline.tsx';

/** A case: route, form, attachments, rules on the left; what happened on the right; what I may do below. */
export function CasePage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const { data: file, error, refetch } = useQuery(caseQuery(id));
  useEffect(() => {
    if (file) document.title = `${file.number} ${file.title} · ${t('brand.name')}`;
    return () => {
      document.title = t('brand.title');
    };
  }, [file, t]);
  if (error) return <TroubleNote error={error} again={refetch} />;
  if (!file) return <PageBones />;
  const disputed = file.objections.length > 0;
  return (
    <>
      <div className="page case">
        <CaseHead file={file} />
        <CaseRoute stages={file.stages} />
        <div className="cols">
          <div>
            {file.certificate && <CertificateCard certificate={file.certificate} documents={file.documents} />}
            {disputed && <NoticeCard file={file} />}
            {file.process.slug === 'part-time-income' && file.businessState && <PostInCase id={file.id} />}
            {file.process.slug === 'meeting-action-items' && <ItemCard id={file.id} />}
            <FormCard file={file} />
            {file.findings.length > 0 && (
              <section className="card">
                <h2>{t('findings.title')}</h2>
                <p className="soft">{t('findings.handler')}</p>
                <Findings findings={file.findings} />
              </section>
            )}
            <FilesCard file={file} />
            <BallotsCard file={file} />
            {!disputed && <NoticeCard file={file} />}
          </div>
          <div>
            <Timeline file={file} />
            <CopiesCard file={file} />
          </div>
        </div>
      </div>
      <ActionBar file={file} />
    </>
  );
}
