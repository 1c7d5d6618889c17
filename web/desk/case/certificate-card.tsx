import type { Certificate } from '../../../api/contract/certificates.ts';
import type { FileView } from '../../../api/contract/drafts.ts';
import { sayFullDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

const tone = { valid: 'ok', expired: 'amber', revoked: 'seal' } as const;

/** A certificate as its holder and the office see it. */
export function CertificateCard({ certificate, documents = [] }: { certificate: Certificate; documents?: FileView[] }) {
  const { t, say, language } = useWords();
  return (
    <section className="card certificate">
      <span className="seal" aria-hidden="true">
        证
      </span>
      <div>
        <small className="no">{certificate.number}</small>
        <h2>
          {say(certificate.trackText)} · {say(certificate.levelText)}
        </h2>
        <p>
          {certificate.teacherName}　{say(certificate.unit.name)}　{certificate.subject}
        </p>
        <p className="soft">
          {t('certificate.period', {
            from: sayFullDay(certificate.issuedOn, language),
            to: sayFullDay(certificate.expiresOn, language),
          })}
          {certificate.revokedOn &&
            `　${t('certificate.revokedOn', { on: sayFullDay(certificate.revokedOn, language) })}`}
        </p>
      </div>
      <div className="certificate-acts">
        <span className={`tag ${tone[certificate.state]}`}>{t(`check.${certificate.state}`)}</span>
        {documents.map((one) => (
          <a key={one.id} href={`/api/v1/files/${one.id}`}>
            {one.name}
          </a>
        ))}
        <a href={certificate.checkUrl} target="_blank" rel="noreferrer">
          {t('certificate.check')}
        </a>
      </div>
    </section>
  );
}
