/** Words of an investigation's finding; all other names are in processes/names.ts. */
import type { Bilingual } from '../processes/case.ts';

export const findingNames: Record<'upheld' | 'dismissed', Bilingual> = {
  upheld: { zh: '异议成立', en: 'Objection upheld' },
  dismissed: { zh: '异议不成立', en: 'Objection dismissed' },
};
