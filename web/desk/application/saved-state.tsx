import { Button } from 'antd';
import { sayTime } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import type { Saved } from './draft-keeper.ts';

/** 已自动保存 10:21 – always in sight. */
export function SavedState({
  saved,
  onReload,
  onOverwrite,
}: {
  saved: Saved;
  onReload: () => void;
  onOverwrite: () => void;
}) {
  const { t } = useWords();
  const at = sayTime(new Date(saved.atMs));
  if (saved.state === 'elsewhere') {
    return (
      <span className="saved amber" role="alert">
        {t('draft.elsewhere')}{' '}
        <Button size="small" onClick={onReload}>
          {t('draft.takeTheirs')}
        </Button>{' '}
        <Button size="small" onClick={onOverwrite}>
          {t('draft.keepMine')}
        </Button>
      </span>
    );
  }
  return (
    <span className={saved.state === 'saved' || saved.state === 'saving' ? 'saved' : 'saved amber'} role="status">
      {t(`draft.${saved.state}`, { at })}
    </span>
  );
}
