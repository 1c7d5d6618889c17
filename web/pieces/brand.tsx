import { useWords } from '../words/language.ts';

export function Brand({ href = '/' }: { href?: string }) {
  const { t } = useWords();
  return (
    <a className="brand" href={href}>
      <span className="seal" aria-hidden="true">
        联
      </span>
      <span>
        <b>{t('brand.name')}</b>
        <small>{t('brand.office')}</small>
      </span>
    </a>
  );
}
