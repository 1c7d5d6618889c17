import type { ReactNode } from 'react';

/** What would be here, and the one thing to do. */
export function Empty({ what, how, children }: { what: string; how?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{what}</b>
      {how}
      {children && <div>{children}</div>}
    </div>
  );
}
