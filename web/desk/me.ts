import { createContext, useContext } from 'react';
import type { Me } from '../../api/contract/me.ts';
import type { Role } from '../../processes/case.ts';

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

/** The person signed in; only inside the frame. */
export const useMe = (): Me => {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside the signed-in frame');
  return me;
};

export const holds = (me: Me, ...roles: Role[]): boolean => me.memberships.some((one) => roles.includes(one.role));
