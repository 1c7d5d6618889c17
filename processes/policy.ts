/**
 * What a district decides: units, roles, limits, days, each beside its clause. `policy/dazu.json` is Dazu's; another district
 * changes the file (`POLICY_FILE`), not the code. A running case never reads it: it carries a snapshot (style.md R2).
 */
import { z } from 'zod';
import { brokenRule } from './broken-rule.ts';
import { indicatorsPolicySchema, registersPolicySchema, reportPolicySchema } from './indicators/policy.ts';
import { bilingual, clause, duration, period, policyHolder, unitId } from './policy-parts.ts';
import { partTimePolicySchema } from './part-time-income/policy.ts';
import { meetingPolicySchema } from './joint-meeting/policy.ts';
import { actionItemsPolicySchema } from './meeting-action-items/policy.ts';
import { fundingPolicySchema } from './program-funding/policy.ts';
import { schoolIncomePolicySchema } from './school-income/policy.ts';
import { certificationPolicySchema } from './teacher-certification/policy.ts';

const linkStakes = z.enum(['low', 'high']);

export const policySchema = z
  .strictObject({
    /** Written into each case, e.g. `dazu-2026.1`. Change it with every edit. */
    version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/, '如 dazu-2026.1 / e.g. dazu-2026.1'),
    /** District, the office that runs the service, and the plan whose clauses are cited. */
    district: z.strictObject({
      name: bilingual,
      office: bilingual,
      plan: bilingual,
      planNumber: z.string().min(1).max(80),
    }),
    /** Departments of the joint meeting; schools and enterprises are kept in the database. */
    units: z
      .array(z.strictObject({ id: unitId, name: bilingual, clause }))
      .min(1)
      .max(200),
    /** May end, reassign and hand over any case. */
    administrator: policyHolder,
    /** What a forwarded mail link may do without sign-in. `low`: decide; `high`: sign in first. */
    mail: z.strictObject({
      linkStakes: z.strictObject({
        'teacher-certification': linkStakes,
        'program-funding': linkStakes,
        'joint-meeting': linkStakes,
        'meeting-action-items': linkStakes,
        'indicator-report': linkStakes,
        'part-time-income': linkStakes,
        'school-income': linkStakes,
      }),
      clause,
    }),
    /** One digest a person on each working day. `every` replaces the clock time in trials. */
    dailyRound: z.strictObject({
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '须为 HH:MM（北京时间） / HH:MM, Asia/Shanghai'),
      every: duration.optional(),
      /** An assignment is near when at most this many working days remain. */
      nearWorkingDays: z.int().min(0).max(30),
      clause,
    }),
    /** 催办 is possible once in this time. */
    urge: z.strictObject({ interval: duration, clause }),
    /** A case's own timers are spread over at most this time (and never over more than a twentieth of the wait). */
    spread: z.strictObject({ cap: duration, clause }),
    /** 补正: the turn back to the applicant. */
    correction: z.strictObject({ ...period.shape, stopsClock: z.boolean(), lapses: z.boolean() }),
    processes: z.strictObject({
      'teacher-certification': certificationPolicySchema,
      'program-funding': fundingPolicySchema,
      'joint-meeting': meetingPolicySchema,
      'meeting-action-items': actionItemsPolicySchema,
      'indicator-report': reportPolicySchema,
      'part-time-income': partTimePolicySchema,
      'school-income': schoolIncomePolicySchema,
    }),
    /** The plan's indicators, and the registers they are counted from. */
    indicators: indicatorsPolicySchema,
    registers: registersPolicySchema,
  })
  .superRefine((policy, context) => {
    const known = new Set<string>();
    policy.units.forEach((unit, index) => {
      if (known.has(unit.id)) {
        context.addIssue({
          code: 'custom',
          path: ['units', index, 'id'],
          message: `单位代号重复：${unit.id} / unit id used twice`,
        });
      }
      known.add(unit.id);
    });
    for (const { path, id } of holderUnits(policy)) {
      if (id !== 'applicant' && !known.has(id)) {
        context.addIssue({ code: 'custom', path, message: `units 中没有单位 ${id} / no such unit in "units"` });
      }
    }
    if (policy.administrator.unitId === 'applicant') {
      context.addIssue({
        code: 'custom',
        path: ['administrator', 'unitId'],
        message: '管理员须属于具名单位 / must be a named unit',
      });
    }
    const criteria = policy.processes['teacher-certification'].criteria;
    criteria.forEach((criterion, index) => {
      if (criteria.findIndex((other) => other.id === criterion.id) !== index) {
        const path = ['processes', 'teacher-certification', 'criteria', index, 'id'];
        context.addIssue({ code: 'custom', path, message: `条件代号重复：${criterion.id} / criterion id used twice` });
      }
    });
  });

export type Policy = z.infer<typeof policySchema>;

/** A policy file that cannot be used. `problems` names every wrong path and the rule it breaks. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  constructor(readonly problems: { path: string; rule: string }[]) {
    super(
      `政策文件有误 / the policy file is wrong:\n${problems.map(({ path, rule }) => `  ${path}: ${rule}`).join('\n')}`,
    );
  }
}

/** The policy in `input` (parsed JSON). Throws a `PolicyError` that lists every problem. */
export function parsePolicy(input: unknown): Policy {
  const result = policySchema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new PolicyError(result.error.issues.flatMap(problemsOf));
}

function problemsOf(issue: z.core.$ZodIssue): { path: string; rule: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].map(String).join('.'),
      rule: '没有这一项 / unknown field',
    }));
  }
  const path = issue.path.map(String).join('.') || '(root)';
  // Rules that have a sentence of their own in the schema.
  if (issue.code === 'custom' || issue.code === 'invalid_union') return [{ path, rule: issue.message }];
  if (issue.input === undefined) return [{ path, rule: '缺少该项 / missing' }];
  if (issue.code === 'invalid_format') return [{ path, rule: issue.message }];
  const { zh, en } = brokenRule(issue);
  return [{ path, rule: `${zh} / ${en}` }];
}

/** Every place of the policy that names a holder's unit. */
function holderUnits(node: unknown, path: (string | number)[] = []): { path: (string | number)[]; id: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(node) ? [...node.entries()] : Object.entries(node);
  return entries.flatMap(([key, value]) =>
    key === 'unitId' && typeof value === 'string'
      ? [{ path: [...path, key], id: value }]
      : holderUnits(value, [...path, key]),
  );
}
