export const postTypes = ['technical', 'management', 'both'] as const;
export const standings = ['regular', 'probation', 'sanction'] as const;
export const kinds = ['academic', 'social', 'enterprise', 'own-enterprise'] as const;
export const hostPlaces = ['domestic', 'abroad'] as const;
export const relations = ['none', 'partner', 'founded', 'supplier'] as const;
export const insurers = ['host', 'school', 'teacher'] as const;
export const declarationRhythms = ['year', 'quarter'] as const;
export const evidenceSlots = [
  'agreement',
  'hostLicence',
  'foreignHost',
  'equity',
  'injuryInsurance',
  'ownEnterprise',
] as const;
/** What a form may show; see `inSituation`. */
export const situations = [
  'always',
  'domestic',
  'abroad',
  'no-code',
  'with-equity',
  'own-enterprise',
  'insured-by-others',
] as const;
/** Stages by slug from which a change may be approved. */
export const changeStages = [
  'school-review',
  'collective-study',
  'school-notice',
  'principal-approval',
  'registration',
] as const;
