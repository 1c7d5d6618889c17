import type { CertificationForm } from './form.ts';
import type { situations } from './policy.ts';

export type Situation = (typeof situations)[number];

/** Whether the form shows the situation in which a piece of evidence is required, or that a condition rests on. */
export function inSituation(form: CertificationForm, situation: Situation): boolean {
  const { applicant, employment, qualifications, practice, achievements } = form;
  switch (situation) {
    case 'always':
      return true;
    case 'full-time':
    case 'part-time':
    case 'external':
      return employment.post === situation;
    case 'professional':
    case 'public':
      return employment.courseType === situation;
    case 'with-licence':
      return Boolean(applicant.teacherLicence);
    case 'with-title':
      return Boolean(applicant.title);
    case 'with-qualifications':
      return qualifications.certificates.length > 0;
    case 'with-practice':
      return practice.periods.length > 0;
    case 'with-research':
      return Boolean(achievements.research);
    case 'with-awards':
      return achievements.awards.length > 0;
    case 'with-results':
      return achievements.results.length > 0;
    default:
      return situation satisfies never;
  }
}
