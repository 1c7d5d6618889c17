import type { CertificationForm } from './form.ts';

/**
 * Names of those who share a result with the applicant; they do not sit on the panel (回避). People separate names with 、 commas,
 * semicolons or line ends, and Chinese names with spaces too; a space inside a name in Latin letters stays.
 */
export function coOwnerNames(form: CertificationForm): string[] {
  const names = form.achievements.results
    .flatMap(({ coOwners }) => (coOwners ?? '').split(/[、，,;；/\n]+/u))
    .flatMap((part) => (/\p{Script=Han}/u.test(part) ? part.split(/\s+/u) : [part]))
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== form.applicant.name);
  return [...new Set(names)];
}
