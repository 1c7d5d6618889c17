/** 待办 with 100,000 cases: the first page and the numbers beside it, as a page asks for both at once. */
import { Client } from 'pg';
import { submitCase } from './decisions.ts';
import { percentile } from './figures.ts';
import type { Person } from './people.ts';
import type { Stack } from './stack.ts';

export const SEEDED = 100_000;

/**
 * Copies a real case: half of them approved, half of them waiting for the bureau, whose reviewers then have 50,000 turns. Every case was
 * decided by its school before.
 */
export async function seedCases(stack: Stack): Promise<void> {
  const caseId = await submitCase(stack);
  const owner = new Client({ connectionString: stack.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `INSERT INTO case_file (id, number, process, title, state, stage, applicant_id, unit_id, form, rules, policy_version, facts, sequence,
         last_hash, submitted_at, updated_at, closed_at)
       SELECT 'seeded-' || n, 'SS-2026-S' || n, process, title, CASE WHEN n % 2 = 0 THEN 'in-review' ELSE 'approved' END,
         CASE WHEN n % 2 = 0 THEN 'bureau-decision' END, applicant_id, unit_id, form, rules, policy_version, facts, 1, '',
         now() - make_interval(mins => n), now(), CASE WHEN n % 2 = 1 THEN now() END
       FROM case_file, generate_series(1, ${SEEDED}) n WHERE id = $1`,
      [caseId],
    );
    await owner.query(
      `INSERT INTO assignment (id, case_id, process, stage, round, purpose, state, unit_id, role, excluded_id, opened_at, due_at, closed_at)
       SELECT id || '-1', id, process, 'school-review', 1, 'decide', 'approved', unit_id, 'reviewer', applicant_id, submitted_at,
         submitted_at + interval '7 days', now()
       FROM case_file WHERE id LIKE 'seeded-%'
       UNION ALL
       SELECT id || '-2', id, process, 'bureau-decision', 1, 'decide', 'open', 'jiaowei', 'reviewer', applicant_id, submitted_at,
         submitted_at + interval '30 days', NULL
       FROM case_file WHERE id LIKE 'seeded-%' AND stage = 'bureau-decision'`,
    );
    await owner.query('ANALYZE');
  } finally {
    await owner.end();
  }
}

export interface InboxTimes {
  openTurns: number;
  p50Ms: number;
  p95Ms: number;
}

export async function measureInbox(reviewer: Person): Promise<InboxTimes> {
  const look = () => Promise.all([reviewer.get('/assignments'), reviewer.get('/assignments/counts')]);
  for (let i = 0; i < 20; i++) await look();
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const beforeMs = performance.now();
    await look();
    times.push(performance.now() - beforeMs);
  }
  const [, counts] = (await look()) as [unknown, { open: number }];
  return { openTurns: counts.open, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
}
