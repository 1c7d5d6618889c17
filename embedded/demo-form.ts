import { exampleCertification } from '../processes/teacher-certification/example.ts';

export interface DemoTeacher {
  name: string;
  school: string;
  /** Invented, with a right check character. */
  idNumber: string;
  subject: string;
  /** Name of the vocational qualification. */
  certificate: string;
}

type Form = ReturnType<typeof exampleCertification>;

/** The example application in this teacher's name, its ethics reviews those of the last three years. */
export function demoForm(
  { name, school, idNumber, subject, certificate }: DemoTeacher,
  fileOf: Parameters<typeof exampleCertification>[0],
): Form {
  const form = exampleCertification(fileOf);
  const thisYear = new Date().getFullYear();
  return {
    ...form,
    applicant: { ...form.applicant, name, school, idNumber },
    employment: { ...form.employment, subject },
    qualifications: { certificates: form.qualifications.certificates.map((each) => ({ ...each, name: certificate })) },
    ethics: { reviews: form.ethics.reviews.map((review, index) => ({ ...review, year: thisYear - 3 + index })) },
  };
}
