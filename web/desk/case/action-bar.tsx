import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, Grid } from 'antd';
import { useState } from 'react';
import type { CaseView } from '../../../api/contract/cases.ts';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { ActDialog, type Dialog } from './act-dialog.tsx';
import { DeadlineLine } from './deadline-line.tsx';
import { entriesOf } from './bar-entries.ts';
import { useBarSteps } from './use-bar-steps.ts';

/** 办理: due date left, just what I may do right; the one primary button last. */
export function ActionBar({ file }: { file: CaseView }) {
  const { t, say } = useWords();
  const me = useMe();
  const wide = Grid.useBreakpoint().md !== false;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const mayApplyAgain = file.applicant.id === me.id && me.mayApply.some(({ slug }) => slug === file.process.slug);
  const steps = useBarSteps(file, setDialog);
  const { front, more } = entriesOf(file, wide, mayApplyAgain);
  const mine = file.assignments.find((one) => one.mine) ?? file.assignments[0];
  return (
    <footer className="bar no-print">
      <DeadlineLine due={mine?.due ?? null} deadline={file.deadline} />
      <span className="bar-acts">
        {more.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: more.map((entry) => ({
                key: entry.key,
                label: entry.label ? say(entry.label) : t(`acts.${entry.word}.name`),
                danger: entry.tone === 'danger',
                onClick: () => steps(entry),
              })),
            }}
          >
            <Button icon={<MoreOutlined aria-hidden="true" />}>{t('shell.more')}</Button>
          </Dropdown>
        )}
        {front.map((entry) => (
          <Button
            key={entry.key}
            type={entry.tone === 'primary' ? 'primary' : 'default'}
            danger={entry.tone === 'danger'}
            onClick={() => steps(entry)}
          >
            {entry.label ? say(entry.label) : t(`acts.${entry.word}.name`)}
          </Button>
        ))}
      </span>
      {dialog && <ActDialog file={file} dialog={dialog} onClose={() => setDialog(null)} />}
    </footer>
  );
}
