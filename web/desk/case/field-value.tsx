import { EyeOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { Problem } from '../../../api/contract/problem.ts';
import { useWords } from '../../words/language.ts';
import { api, problemOf } from '../api.ts';
import type { FieldPath, FieldSchema } from '../form/field-schema.ts';
import { sayValue } from './say-value.ts';

const SHOWN_MS = 60_000;

interface Props {
  caseId: string;
  path: FieldPath;
  field: FieldSchema;
  value: unknown;
  mayUnmask: boolean;
}

/** A value; a masked one is shown in full to entitled roles for a stated reason, for a minute, and the look is on record. */
export function FieldValue({ caseId, path, field, value, mayUnmask }: Props) {
  const { t, language } = useWords();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [full, setFull] = useState('');
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    if (!full) return;
    const timer = setTimeout(() => setFull(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [full]);
  const look = async () => {
    try {
      const shown = await api.unmaskField({
        params: { id: caseId },
        body: { path: path.join('.'), reason: reason.trim() },
      });
      setFull(shown.value);
      setAsking(false);
      setReason('');
      setProblem(undefined);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      <span className={field.widget === 'textarea' ? 'long' : undefined}>
        {full || sayValue(field, value, language)}
      </span>
      {mayUnmask && !full && (
        <Button
          type="link"
          size="small"
          icon={<EyeOutlined aria-hidden="true" />}
          onClick={() => setAsking(true)}
          className="no-print"
          title={t('unmask.look')}
          aria-label={t('unmask.look')}
        />
      )}
      <Modal
        open={asking}
        title={t('unmask.title')}
        okText={t('unmask.look')}
        okButtonProps={{ disabled: !reason.trim() }}
        onOk={() => void look()}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <p className="soft">{t('unmask.about')}</p>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={reason}
          aria-label={t('unmask.reason')}
          placeholder={t('unmask.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {problem && <p className="missing">{problem.detail || t('problem.unreachable')}</p>}
      </Modal>
    </>
  );
}
