/** Part-time posts for API tests: applied for, registered, declared. */
import { randomUUID } from 'node:crypto';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect } from 'vitest';
import type { DecisionBody } from '../../api/contract/assignments.ts';
import { examplePartTime } from '../../processes/part-time-income/example.ts';
import type { PartTimeForm } from '../../processes/part-time-income/form.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { decideAs } from './deciding.ts';
import { type Office, openOffice, pdf, until } from './office.ts';

/** The office of the file that opened it. */
export let office: Office;
export const today = shanghaiDate(Date.now());
export const year = Number(today.slice(0, 4));
/** Last year is a period that is over, this one is not. */
export const term = { from: `${year - 1}-06-01`, to: `${year + 1}-05-31` };
export const last = String(year - 1);

export function keepPostsInOffice(): void {
  beforeAll(async () => {
    office = await openOffice({
      policy: ({ processes }) => {
        processes['part-time-income'].notice.deadline = { duration: 'PT1S' };
      },
    });
  });
  afterAll(() => office?.stop());
}

export async function applied(login: string, change: (form: PartTimeForm) => void = () => {}): Promise<string> {
  const api = await office.as(login);
  const { id: file } = await api.uploadFile({ file: pdf() });
  const form = examplePartTime(() => file);
  Object.assign(form.post, term);
  change(form);
  const body = { process: 'part-time-income', form: form as unknown as Record<string, unknown> };
  return (await api.submitCase({ body }, { idempotencyKey: randomUUID() })).id;
}

export const decide = (login: string, caseId: string, body?: Partial<DecisionBody>) =>
  decideAs(office, login, caseId, body);

export async function registered(login: string, change?: (form: PartTimeForm) => void): Promise<string> {
  const caseId = await applied(login, change);
  await decide('school-reviewer', caseId);
  await decide('school-reviewer', caseId, { data: { meetingOn: today, meetingNumber: '校务会〔2026〕第 21 次' } });
  await until(() => office.prisma.case.findFirst({ where: { id: caseId, stage: 'principal-approval' } }));
  await decide('principal', caseId);
  await decide('bureau-reviewer', caseId);
  await decide('rensheju-reviewer', caseId);
  await office.prisma.engagement.findUniqueOrThrow({ where: { caseId } });
  return caseId;
}

export async function declaration(
  login: string,
  income: object = {},
  more: { reason?: string; files?: string[] } = {},
) {
  const api = await office.as(login);
  const files = more.files ?? [(await api.uploadFile({ file: pdf('流水.pdf') })).id];
  return {
    income: { nothing: false, incomeFen: '12,000.00元', equityFen: 0, taxFen: 36_000, ...income },
    proof: { files },
    correction: more.reason ? { reason: more.reason } : {},
  };
}

export const declare = async (login: string, id: string, form: object, period = last) =>
  (await office.as(login)).declareIncome(
    { params: { id }, body: { period, form: form as Record<string, unknown> } },
    { idempotencyKey: randomUUID() },
  );

/** Sheets that read-excel-file reads: rows of the first one. */
export async function rowsOf(path: string, as: string) {
  const response = await office.raw(`/api/v1${path}`, { as });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  const sheets = await readExcelFile(Buffer.from(await response.arrayBuffer()));
  return sheets[0]?.data ?? [];
}
