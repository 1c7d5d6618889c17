import type { AgendaEntry } from '../../../api/contract/meetings.ts';

export const entryTitle = ({ topic, about }: Pick<AgendaEntry, 'topic' | 'about'>): string =>
  topic?.title ?? about?.title ?? '';
