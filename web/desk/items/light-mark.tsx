import type { CSSProperties } from 'react';
import type { BoardItem } from '../../../api/contract/action-items.ts';
import type { Light } from '../../../processes/meeting-action-items/lights.ts';
import { useWords } from '../../words/language.ts';

/** A light, its word beside it: colour never speaks alone. */
export function LightMark({ light }: { light: Light }) {
  const { t } = useWords();
  return (
    <span className={`lamp ${light}`}>
      <i aria-hidden="true" />
      {t(`items.lightShort.${light}`)}
    </span>
  );
}

export function Progress({ percent, light }: { percent: number; light: Light }) {
  return (
    <span className={`item-progress ${light}`} role="img" aria-label={`${percent}%`}>
      <i style={{ '--share': percent / 100 } as CSSProperties} />
      <b>{percent}%</b>
    </span>
  );
}

/** 超期, 人工定灯, 联络员已离岗: what a row says beside its light. */
export function ItemTags({ item }: { item: BoardItem }) {
  const { t } = useWords();
  return (
    <>
      {item.late && <span className="tag seal">{t(item.closedOn ? 'items.lateOnRecord' : 'items.late')}</span>}
      {item.overridden && <span className="tag amber">{t('items.manual')}</span>}
      {item.contactGone && <span className="tag amber">{t('items.contactGone')}</span>}
      {item.state !== 'carrying-out' && <span className="tag">{t(`items.state.${item.state}`)}</span>}
    </>
  );
}
