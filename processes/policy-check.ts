/** What an editor of the policy file wants to know: is it right, and whose rules would it not change? Pure; `npm run policy-check` prints it. */
import type { CaseRules } from './case.ts';
import { parsePolicy, type Policy, PolicyError } from './policy.ts';

export interface PolicyProblem {
  /** Dots, as in `processes.program-funding.panel.seats`. */
  path: string;
  rule: string;
  /** The nearest clause of the file above the path: what the wrong value was meant to carry out. */
  clause?: string;
  /** What stands there, as JSON, clipped. */
  found?: string;
}

export type PolicyReport = { ok: true; policy: Policy } | { ok: false; problems: PolicyProblem[] };

/** The policy in a parsed file, or everything that is wrong with it, each with the clause that explains it. */
export function checkPolicy(input: unknown): PolicyReport {
  try {
    return { ok: true, policy: parsePolicy(input) };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return { ok: false, problems: error.problems.map((problem) => ({ ...problem, ...around(input, problem.path) })) };
  }
}

/** The deepest clause on the way to a path (a wrong clause does not explain itself), and what stands there. */
function around(input: unknown, path: string): Pick<PolicyProblem, 'clause' | 'found'> {
  const keys = path === '(root)' ? [] : path.split('.');
  let node: unknown = input;
  let clause: string | undefined;
  for (const [index, key] of keys.entries()) {
    const isWrongClause = key === 'clause' && index === keys.length - 1;
    if (!isWrongClause) clause = clauseOf(node) ?? clause;
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return { clause };
    node = (node as Record<string, unknown>)[key];
  }
  const found = JSON.stringify(node) ?? 'undefined';
  return { clause: clauseOf(node) ?? clause, found: found.length > 80 ? `${found.slice(0, 79)}…` : found };
}

function clauseOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { clause } = node as { clause?: unknown };
  return typeof clause === 'string' && clause.trim() !== '' ? clause : undefined;
}

export interface RuleDifference {
  /** Stages by slug: `public-notice.deadline`, `correction.atMost`. */
  path: string;
  /** JSON, or undefined where there is nothing. */
  carried?: string;
  edited?: string;
}

/** Where the rules that a case carries differ from those that the edited policy would give it; its version is not compared. */
export function rulesKept(carried: CaseRules, edited: CaseRules): RuleDifference[] {
  return differences(bySlug(carried), bySlug(edited), '');
}

/** Stages under their slugs, so that one more stage is one difference and not a shift of all that follow. */
const bySlug = ({ policyVersion: _version, stages, ...rest }: CaseRules): Record<string, unknown> => ({
  ...rest,
  ...Object.fromEntries(stages.map((stage) => [stage.slug, stage])),
  ...{ 'order of stages': stages.map(({ slug }) => slug).join(' → ') },
});

function differences(carried: unknown, edited: unknown, path: string): RuleDifference[] {
  const [one, other] = [JSON.stringify(carried), JSON.stringify(edited)];
  if (one === other) return [];
  if (!isGroup(carried) || !isGroup(edited)) return [{ path, carried: one, edited: other }];
  const keys = [...new Set([...Object.keys(carried), ...Object.keys(edited)])];
  return keys.flatMap((key) => differences(carried[key], edited[key], path === '' ? key : `${path}.${key}`));
}

const isGroup = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
