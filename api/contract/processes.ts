/** The processes in force: what a case will go through, its form and its rules. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { bilingual, day, fieldError, finding, slug, stageKind } from './shapes.ts';

const deadlineRule = z.union([
  z.object({ workingDays: z.int() }),
  z.object({ days: z.int() }),
  z.object({ duration: z.string() }),
]);

export const processSummary = z.object({
  slug,
  name: bilingual,
  summary: bilingual,
  clause: z.string(),
  mayApply: z.boolean(),
  /** Path of the page that makes such cases, where it is not the form page. */
  madeElsewhere: z.string().nullable(),
});
export type ProcessSummary = z.infer<typeof processSummary>;

export const processDetail = processSummary.extend({
  policyVersion: z.string(),
  stages: z.array(
    z.object({
      slug: z.string(),
      kind: stageKind,
      name: bilingual,
      clause: z.string(),
      deadline: deadlineRule,
      deadlineText: bilingual,
      /** When this stage would be over, were the case submitted today. */
      expectedOn: day.nullable(),
    }),
  ),
  /** JSON Schema 2020-12 with the field words of `FieldMeta` (processes/process.ts). */
  form: z.record(z.string(), z.unknown()),
});
export type ProcessDetail = z.infer<typeof processDetail>;

export const listProcesses = defineRoute({
  method: 'get',
  path: '/processes',
  tag: 'processes',
  summary: '流程 Processes one can start',
  access: 'signed-in',
  status: 200,
  response: z.object({ items: z.array(processSummary) }),
});

export const getProcess = defineRoute({
  method: 'get',
  path: '/processes/:slug',
  tag: 'processes',
  summary: '流程说明 Stages, form as JSON Schema and clauses',
  access: 'signed-in',
  params: z.strictObject({ slug }),
  status: 200,
  response: processDetail,
});

/** A form as typed: its own schema is the process's, checked by the route. */
export const looseForm = z.record(z.string(), z.unknown());

export const checkForm = defineRoute({
  method: 'post',
  path: '/processes/:slug/check',
  tag: 'processes',
  summary: '预检 The rules on a form, without sending it; fields that are missing or wrong are listed in `errors`',
  access: 'signed-in',
  params: z.strictObject({ slug }),
  body: z.strictObject({ form: looseForm, caseId: z.uuid().optional() }),
  status: 200,
  response: z.object({
    findings: z.array(finding),
    errors: z.array(fieldError),
    /** No error of either kind: it could be sent now. */
    maySubmit: z.boolean(),
  }),
});
