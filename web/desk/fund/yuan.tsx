import { formatYuan } from '../../../processes/money.ts';

/** Yuan with two decimals; nothing at all reads quietly. */
export const Yuan = ({ fen }: { fen: number }) => (
  <span className={fen === 0 ? 'yuan none' : 'yuan'}>{formatYuan(fen)}</span>
);
