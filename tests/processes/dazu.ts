/** Dazu's policy and an application that keeps every rule on 2026-11-24, fresh for each test to change. */
import { readFileSync } from 'node:fs';
import { parseForm } from '../../processes/form-errors.ts';
import { parsePolicy, type Policy } from '../../processes/policy.ts';
import type { CheckContext, Finding } from '../../processes/process.ts';
import { exampleCertification } from '../../processes/teacher-certification/example.ts';
import { certificationForm, type CertificationForm } from '../../processes/teacher-certification/form.ts';
import { checkCertification } from '../../processes/teacher-certification/checks.ts';

export const TODAY = '2026-11-24';
export const FILE = '7b2f0c1e-51a5-4a1e-8f7e-0a8f3c1d2e3f';

/** Any change may be tried on it: parsed JSON. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests put wrong things everywhere
export const policyFile = (): any =>
  JSON.parse(readFileSync(new URL('../../policy/dazu.json', import.meta.url), 'utf8'));

export const dazu = (): Policy => parsePolicy(policyFile());

export const application = (): CertificationForm => exampleCertification(() => FILE);

export function findingsOf(
  change: (form: CertificationForm) => void = () => {},
  context: Partial<CheckContext> = {},
): Finding[] {
  const form = application();
  change(form);
  const parsed = parseForm(certificationForm, form);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return checkCertification(parsed.form, { policy: dazu(), today: TODAY, openCases: [], certificates: [], ...context });
}

/** The findings of one rule, as `level path`. */
export const levelsOf = (findings: Finding[], rule: string): string[] =>
  findings.filter((finding) => finding.rule === rule).map(({ level, path }) => (path ? `${level} ${path}` : level));

/** The one finding of a rule. */
export function oneOf(findings: Finding[], rule: string): Finding {
  const [found, ...more] = findings.filter((finding) => finding.rule === rule);
  if (!found || more.length > 0) throw new Error(`${rule}: ${more.length + (found ? 1 : 0)} findings`);
  return found;
}
