import type { Policy } from './policy.ts';

/** Departments stand in the policy; other units whose clerks apply are schools, kept in the database. */
export const isSchool = ({ units }: Policy, unitId: string): boolean => !units.some(({ id }) => id === unitId);
