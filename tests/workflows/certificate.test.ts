import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDistrict, type District, type Story } from './district.ts';
import { refusalFrom } from './paper-office.ts';
import { role } from './rules.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

async function certified(): Promise<Story> {
  const story = await district.submit();
  await story.decide('school-reviewer', 'approve');
  await story.vote();
  await district.pass({ workingDays: 5 });
  await story.decide('bureau-reviewer', 'approve');
  return story;
}

const certificateOf = ({ caseId }: Story) => district.prisma.certificate.findUniqueOrThrow({ where: { caseId } });

test('a certificate lives five years to the day', async () => {
  const story = await certified();
  const { issuedOn, expiresOn, expiresAt } = await certificateOf(story);
  expect(new Date(expiresAt).toISOString()).toBe(
    `${Number(issuedOn.slice(0, 4)) + 5}${new Date(Date.parse(issuedOn) - 86_400_000).toISOString().slice(4, 10)}T16:00:00.000Z`,
  );
  expect(expiresOn < `${Number(issuedOn.slice(0, 4)) + 5}${issuedOn.slice(4)}`).toBe(true);
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect(await certificateOf(story)).toMatchObject({ state: 'expired' });
});

test('revocation is proposed by one and decided by another; refused, the certificate stays', async () => {
  const story = await certified();
  const proposer = role('jiaowei', 'reviewer');
  expect(await refusalFrom(story.act('proposeRevocation', 'principal', role('dazu-zhijiao', 'principal')))).toEqual({
    code: 'NotYours',
  });
  await story.act('proposeRevocation', 'bureau-reviewer', proposer);
  expect(await refusalFrom(story.act('proposeRevocation', 'bureau-reviewer', proposer))).toEqual({
    code: 'NotAllowed',
    what: 'revocation-under-way',
  });
  await story.decide('bureau-leader', 'reject', { opinion: '证据不足' });
  expect(await certificateOf(story)).toMatchObject({ state: 'valid' });
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'certified', stage: null });

  await story.act('proposeRevocation', 'bureau-reviewer', proposer);
  await story.decide('bureau-leader', 'approve');
  expect(await certificateOf(story)).toMatchObject({ state: 'revoked' });
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'revoked' });
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect((await story.told()).at(-1)).toBe('teacher ← certificate-revoked (revocation)');
  await district.replays(story.handle, 'certificate-revoked');
});
