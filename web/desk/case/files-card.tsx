import { PaperClipOutlined } from '@ant-design/icons';
import type { CaseView } from '../../../api/contract/cases.ts';
import { fieldAt } from '../../../processes/form-view.ts';
import { saySize } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';

/** Attachments under the slot they prove, each with size and fingerprint. */
export function FilesCard({ file }: { file: CaseView }) {
  const { t, language } = useWords();
  const slotName = (path: string | null): string => {
    const field = fieldAt(file.formSchema, path ?? '');
    return (language === 'en' && field?.titleEn) || field?.title || t('files.other');
  };
  return (
    <section className="card">
      <h2>
        {t('case.files')} <small className="soft">{file.files.length}</small>
      </h2>
      {file.files.length === 0 && <p className="soft">{t('files.none')}</p>}
      <ul className="files">
        {file.files.map((one) => (
          <li key={one.id}>
            <PaperClipOutlined aria-hidden="true" />
            <span>
              <a href={`/api/v1/files/${one.id}`}>{one.name}</a>
              <small className="soft block" title={`SHA-256 ${one.sha256}`}>
                {[
                  slotName(one.path),
                  saySize(one.size),
                  t('files.fingerprint', { print: one.sha256.slice(0, 8) }),
                ].join('　')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
