import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { CaseView } from '../../../api/contract/cases.ts';
import { casePage } from '../../../processes/case-page.ts';
import { sayDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { CaseStateTag } from '../state-tags.tsx';

export function CaseHead({ file }: { file: CaseView }) {
  const { t, say, language } = useWords();
  const ownPage = casePage(file.process.slug, file.id);
  return (
    <div className="title">
      <div>
        <small className="no">{file.number}</small>
        <h1>{file.title}</h1>
        <p className="soft">
          {[
            say(file.unit.name),
            file.applicant.name,
            t('home.submittedOn', { on: sayDay(file.submittedAt, language) }),
          ].join('　')}
        </p>
      </div>
      <span className="tags">
        <CaseStateTag state={file.state} business={null} />
        {file.businessState && <CaseStateTag state={file.state} business={file.businessState} />}
        {ownPage !== `/cases/${file.id}` && <Link to={ownPage}>{say(file.process.name)}</Link>}
        {/* A plain link: a phone hands the file to whatever it prints with. */}
        <Button
          size="small"
          className="no-print"
          icon={<PrinterOutlined aria-hidden="true" />}
          href={`/api/v1/cases/${file.id}/approval-form`}
        >
          {t('case.approvalForm')}
        </Button>
      </span>
    </div>
  );
}
