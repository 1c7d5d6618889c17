import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Bones } from '../pieces/bones.tsx';
import { sayFullDay } from '../pieces/moments.ts';
import { typedText } from '../pieces/typed-text.ts';
import { useWords } from '../words/language.ts';
import { ask, problemOf } from './ask.ts';
import { ProblemNote } from './problem-note.tsx';

/** Public check of a certificate: by the link of its QR code, or number and code typed in. */
export function CertificateCheck({ number, check }: { number: string; check: string }) {
  const { t } = useWords();
  return (
    <>
      <h1>{t('check.title')}</h1>
      <p className="soft">{t('check.about')}</p>
      {number && check ? <Answer number={number} check={check} /> : <Ask />}
      {number && check && (
        <p>
          <a href="/certificates">{t('check.another')}</a>
        </p>
      )}
    </>
  );
}

function Ask() {
  const { t } = useWords();
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const field = (name: string) => encodeURIComponent(typedText(typed, name));
    location.assign(`/certificates/${field('number')}?check=${field('check')}`);
  };
  return (
    <form className="card" onSubmit={go}>
      <label className="field">
        <span>{t('check.number')}</span>
        <input name="number" required maxLength={60} autoComplete="off" />
      </label>
      <label className="field">
        <span>{t('check.code')}</span>
        <input name="check" required maxLength={100} autoComplete="off" />
      </label>
      <button type="submit" className="btn primary">
        {t('check.go')}
      </button>
    </form>
  );
}

function Answer({ number, check }: { number: string; check: string }) {
  const { t, say, language } = useWords();
  const {
    data: found,
    error,
    refetch,
  } = useQuery({
    queryKey: ['certificate', number, check],
    queryFn: () => ask('checkCertificate', { params: { number }, query: { check } }),
  });
  if (error) return <ProblemNote problem={problemOf(error)} notFound={t('check.unknown')} again={refetch} />;
  if (!found) return <Bones lines={6} height={26} />;
  return (
    <section className={`card verdict-card ${found.state}`}>
      <p className="big">
        <span aria-hidden="true">{found.state === 'valid' ? '✓' : found.state === 'expired' ? '⏱' : '✕'}</span>
        {t(`check.${found.state}`)}
      </p>
      <p className="soft">{t(`check.${found.state}How`)}</p>
      <dl className="facts">
        <dt>{t('check.number')}</dt>
        <dd className="no">{found.number}</dd>
        <dt>{t('check.holder')}</dt>
        <dd>{found.teacherName}</dd>
        <dt>{t('check.unit')}</dt>
        <dd>{say(found.unit.name)}</dd>
        <dt>{t('check.level')}</dt>
        <dd>
          {say(found.trackText)} · {say(found.levelText)}
        </dd>
        <dt>{t('check.subject')}</dt>
        <dd>{found.subject}</dd>
        <dt>{t('check.issuedOn')}</dt>
        <dd>{sayFullDay(found.issuedOn, language)}</dd>
        <dt>{t('check.expiresOn')}</dt>
        <dd>{sayFullDay(found.expiresOn, language)}</dd>
        {found.revokedOn && (
          <>
            <dt>{t('check.revokedOn')}</dt>
            <dd>{sayFullDay(found.revokedOn, language)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
