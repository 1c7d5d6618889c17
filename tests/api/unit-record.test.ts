import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { unitRecord } from '../../api/unit-record.ts';
import { createPrisma } from '../../prisma/client.ts';
import { freshDatabase } from '../support/index.ts';

const prisma = createPrisma((await freshDatabase()).url);
afterAll(() => prisma.$disconnect());

const about = {
  process: 'program-funding',
  applicantId: 'clerk',
  unitId: 'dazu-zhijiao',
  caseId: 'none',
  today: '2026-11-24',
};

async function fundingCase(
  number: string,
  programCode: string,
  more: {
    unitId?: string;
    process?: string;
    state?: string;
    closed?: boolean;
    businessState?: string;
    paid?: boolean;
  } = {},
): Promise<string> {
  const id = randomUUID();
  await prisma.case.create({
    data: {
      id,
      number,
      process: more.process ?? about.process,
      title: number,
      state: more.state ?? 'in-review',
      businessState: more.businessState ?? null,
      applicantId: about.applicantId,
      unitId: more.unitId ?? about.unitId,
      form: {},
      rules: {},
      policyVersion: 'x',
      facts: { requestedFen: 120_000_000, programCode, industry: 'zhineng', level: 'secondary' },
      submittedAt: new Date(),
      closedAt: more.closed ? new Date() : null,
    },
  });
  if (more.paid) {
    const row = { caseId: id, sequence: 1, kind: 'payment-made', facts: {}, at: 'x', prevHash: '', hash: 'x' };
    await prisma.event.create({ data: row });
  }
  return id;
}

it('knows the programs of the school that are under way or were funded, and no others', async () => {
  await fundingCase('ZX-2026-0001', '660301');
  await fundingCase('ZX-2026-0002', '660302', { state: 'approved', businessState: 'paying' });
  await fundingCase('ZX-2026-0003', '660303', { state: 'approved', businessState: 'completed', closed: true });
  await fundingCase('ZX-2026-0004', '660304', { state: 'rejected', closed: true });
  await fundingCase('ZX-2026-0005', '660305', { state: 'withdrawn', closed: true, businessState: 'released' });
  await fundingCase('ZX-2026-0006', '660306', {
    state: 'terminated',
    closed: true,
    businessState: 'released',
    paid: true,
  });
  await fundingCase('ZX-2026-0007', '660307', { unitId: 'shuangqiao-zhiye' });
  await fundingCase('SS-2026-0001', '660308', { process: 'teacher-certification' });
  expect((await unitRecord(prisma, about)).fundedPrograms).toEqual([
    { number: 'ZX-2026-0001', programCode: '660301', awarded: false },
    { number: 'ZX-2026-0002', programCode: '660302', awarded: true },
    { number: 'ZX-2026-0003', programCode: '660303', awarded: true },
    // Money of it was paid before it ended early: it was funded.
    { number: 'ZX-2026-0006', programCode: '660306', awarded: true },
  ]);
});

it('leaves out the case that is looked at, and gives its facts to its own applicant alone', async () => {
  const caseId = await fundingCase('ZX-2026-0020', '660320', { unitId: 'longshui' });
  const here = { ...about, unitId: 'longshui', caseId };
  expect(await unitRecord(prisma, here)).toMatchObject({
    fundedPrograms: [],
    submittedFacts: { requestedFen: 120_000_000, programCode: '660320' },
  });
  expect(await unitRecord(prisma, { ...here, applicantId: 'somebody-else' })).not.toHaveProperty('submittedFacts');
  expect(await unitRecord(prisma, about)).not.toHaveProperty('submittedFacts');
});

it('counts the certificates of the school that are valid today', async () => {
  const certificate = (number: string, unitId: string, state: string, expiresOn: string) =>
    prisma.certificate.create({
      data: {
        number,
        caseId: randomUUID(),
        checkCode: 'x',
        teacherId: number,
        teacherName: 'x',
        unitId,
        track: 'secondary',
        level: 'junior',
        subject: 'x',
        state,
        issuedOn: '2024-01-01',
        expiresOn,
        expiresAt: new Date(),
      },
    });
  await certificate('1', about.unitId, 'valid', '2026-11-24');
  await certificate('2', about.unitId, 'valid', '2030-01-01');
  await certificate('3', about.unitId, 'valid', '2026-11-23');
  await certificate('4', about.unitId, 'revoked', '2030-01-01');
  await certificate('5', 'shuangqiao-zhiye', 'valid', '2030-01-01');
  expect((await unitRecord(prisma, about)).dualQualified).toBe(2);
});
