import { useParams, useSearchParams } from 'react-router';
import { CertificateCheck } from '../../light/certificate-check.tsx';

export function CheckInShell() {
  const { number = '' } = useParams();
  const [search] = useSearchParams();
  return (
    <div className="page light in-shell">
      <CertificateCheck number={number} check={search.get('check') ?? ''} />
    </div>
  );
}
