/** A school files its report from the mail, with its papers: uploaded through the link, in the name of the link's person. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../api/contract/client.ts';
import { exampleFunding } from '../../processes/program-funding/example.ts';
import { openOffice, pdf, refused } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
let caseId: string;
let report: string;
beforeAll(async () => {
  office = await openOffice();
  const clerk = await office.as('clerk');
  const { id } = await clerk.uploadFile({ file: pdf() });
  const submitted = await clerk.submitCase({
    body: { process: 'program-funding', form: { ...exampleFunding(() => id) } },
  });
  caseId = submitted.id;
  report = await openReport();
});
afterAll(() => office?.stop());

/** A report turn of the school as an award leaves it behind; what follows from filing it is the workflow stories' business. */
async function openReport(): Promise<string> {
  const id = `${caseId}-900`;
  const turn = {
    id,
    caseId,
    process: 'program-funding',
    stage: 'payment-2',
    round: 1,
    purpose: 'report',
    state: 'open',
  };
  await office.prisma.assignment.create({
    data: { ...turn, unitId: 'dazu-zhijiao', role: 'clerk', openedAt: new Date() },
  });
  return id;
}

async function linkTo(assignmentId: string, userId = 'clerk'): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await office.prisma.actionLink.create({
    data: {
      tokenHash: createHash('sha256').update(token).digest('hex'),
      ...{ assignmentId, userId, round: 1, expiresAt: new Date(Date.now() + 86_400_000) },
    },
  });
  return token;
}

const stakes = async (level: 'low' | 'high', act: () => Promise<void>) => {
  const { linkStakes } = office.policy.mail;
  const before = linkStakes['program-funding'];
  linkStakes['program-funding'] = level;
  await act().finally(() => (linkStakes['program-funding'] = before));
};

test('the link of a report takes its files, looked into like any other, and stores them as the person’s own', () =>
  stakes('low', async () => {
    const token = await linkTo(report);
    expect((await office.anybody.getAct({ params: { token } })).action?.fields).toMatchObject([
      { kind: 'files', name: 'fileIds', max: 20 },
    ]);
    const kept = await office.anybody.uploadActFile({ params: { token }, file: pdf('中期报告.pdf') });
    expect(kept).toMatchObject({ name: '中期报告.pdf', mime: 'application/pdf' });
    expect(await office.prisma.file.findUniqueOrThrow({ where: { id: kept.id } })).toMatchObject({
      uploadedById: 'clerk',
      caseId: null,
    });
    const wrong = (content: string, name: string) =>
      refused(office.anybody.uploadActFile({ params: { token }, file: new File([content], name) }));
    expect(await wrong('<html><script>1</script>', '报告.html')).toMatchObject({ code: 'FileTypeNotAllowed' });
    expect(await wrong('%PDF-1.7\n1 0 obj', '报告.exe')).toMatchObject({ code: 'FileTypeMismatch' });
    expect(await wrong(`%PDF-1.7\n${'x'.repeat(20 * 1024 * 1024)}`, '报告.pdf')).toMatchObject({
      code: 'FileTooLarge',
    });
    // Nobody reads it through the link.
    expect((await office.raw(`/api/v1/files/${kept.id}`)).status).toBe(401);
  }));

test('other turns take none, and a link that is over, strange or of high stakes takes none either', () =>
  stakes('low', async () => {
    const decide = await office.prisma.assignment.findFirstOrThrow({ where: { caseId, purpose: 'decide' } });
    const upload = (token: string, api = office.anybody) =>
      refused(api.uploadActFile({ params: { token }, file: pdf() }));
    expect(await upload(await linkTo(decide.id, 'bureau-reviewer'))).toMatchObject({ code: 'NotAllowed' });
    expect(await upload('x'.repeat(32))).toMatchObject({ status: 404 });
    expect(await upload(await linkTo(report, 'other-teacher'))).toMatchObject({ code: 'LinkClosed' });

    const token = await linkTo(report);
    await stakes('high', async () => {
      expect(await upload(token)).toMatchObject({ code: 'SignInRequired' });
      expect(await upload(token, await office.as('teacher'))).toMatchObject({ code: 'NotYours' });
      await (await office.as('clerk')).uploadActFile({ params: { token }, file: pdf() });
    });
    await office.prisma.assignment.update({ where: { id: report }, data: { state: 'cancelled' } });
    expect(await upload(token)).toMatchObject({ code: 'LinkClosed' });
    await office.prisma.assignment.update({ where: { id: report }, data: { state: 'open' } });
  }));

test('the token stands in no log, a page elsewhere cannot post to it, and one link fills no disk', () =>
  stakes('low', async () => {
    const token = await linkTo(report);
    await office.anybody.uploadActFile({ params: { token }, file: pdf() });
    expect(office.logged.join('\n')).toContain('POST /api/v1/act/:token/files');
    expect(office.logged.join('\n')).not.toContain(token);
    const body = new FormData();
    body.append('file', pdf());
    const foreign = await office.raw(`/api/v1/act/${token}/files`, {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example' },
      body,
    });
    expect(foreign.status).toBe(403);
    const api = createClient({ baseUrl: office.url });
    const answers = [];
    for (let i = 0; i < 45; i++)
      answers.push(
        await api.uploadActFile({ params: { token }, file: pdf() }).then(
          () => 'kept',
          (error: { problem?: { code: string } }) => error.problem?.code,
        ),
      );
    expect(answers.at(0)).toBe('kept');
    expect(answers.at(-1)).toBe('TooManyRequests');
    expect(answers.filter((answer) => answer === 'kept').length).toBeLessThan(40);
  }));
