import { Link } from 'react-router';
import { useWords } from '../../words/language.ts';

export function ShellBrand() {
  const { t } = useWords();
  return (
    <Link to="/" className="brand">
      <span className="seal" aria-hidden="true">
        联
      </span>
      <span>
        <b>{t('brand.name')}</b>
        <small>{t('brand.office')}</small>
      </span>
    </Link>
  );
}
