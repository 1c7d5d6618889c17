import type { Engagement } from '../../../api/contract/engagements.ts';
import { CaseStateTag } from '../state-tags.tsx';

export const PostStateTag = ({ state }: Pick<Engagement, 'state'>) => (
  <CaseStateTag state="approved" business={state} />
);

export const lasts = ({ state }: Pick<Engagement, 'state'>): boolean => state === 'in-force' || state === 'suspended';
