import { App, Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/language.ts';
import { problemOf } from '../api.ts';
import { saveFile } from '../fund/save-file.ts';

/** Saves what an address of the API makes, and says under which name, or why not. */
export function ExportButton({ url, label, primary }: { url: string; label: string; primary?: boolean }) {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      message.success(t('posts.register.exported', { name: await saveFile(url, language) }));
    } catch (problem) {
      message.error(problemOf(problem).detail || t('problem.unreachable'));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Button type={primary ? 'primary' : 'default'} loading={saving} onClick={() => void save()}>
      {label}
    </Button>
  );
}
