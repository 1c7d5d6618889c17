import type { Kind } from './fund-address.ts';

export const kindName = <K extends Kind>(kind: K) => `fund.kinds.${kind}` as const;
