import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { CertificateCard } from '../case/certificate-card.tsx';
import { useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';

export function MyCertificates() {
  const { t } = useWords();
  const me = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['inbox', 'certificates'],
    queryFn: () => api.listMyCertificates(),
  });
  if (error) return <TroubleNote error={error} again={refetch} />;
  return (
    <div className="page">
      <div className="title">
        <h1>{t('nav.certificates')}</h1>
        <Link to="/certificates">{t('check.title')}</Link>
      </div>
      {!data && <Bones lines={3} height={80} />}
      {data?.items.length === 0 && (
        <div className="card">
          <Empty what={t('certificate.none')} how={t('certificate.noneHow')}>
            {me.mayApply.length > 0 && <Link to="/new">{t('shell.apply')}</Link>}
          </Empty>
        </div>
      )}
      {data?.items.map((one) => (
        <div key={one.number}>
          <CertificateCard certificate={one} />
        </div>
      ))}
    </div>
  );
}
