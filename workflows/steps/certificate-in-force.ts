import type { CaseOutcome, CertificateStage } from '../../processes/case.ts';
import type { Said } from '../messages.ts';
import type { CaseFile } from './case-file.ts';
import { renderCertificate } from './proxies.ts';
import { runReview } from './review.ts';

/** 发证: the certificate is issued and lives until it expires or is revoked (撤销), for up to five years. */
export async function certificateInForce(file: CaseFile, slug: string): Promise<CaseOutcome> {
  const stage = file.stage(slug, 'certificate');
  issue(file, stage);
  for (;;) {
    const turn = await file.turn('certificate');
    switch (turn.kind) {
      case 'document-ready':
        file.push({ kind: 'notify', notification: 'certificate-issued', to: { applicant: true }, stage: slug });
        break;
      case 'revocation-proposed':
        if (await revoked(file, stage, turn.said)) return { kind: 'approved' };
        break;
      case 'due':
        file.push({ kind: 'set-certificate', state: 'expired' });
        file.push({ kind: 'move-case', state: 'approved', stage: null, businessState: 'expired', closes: true });
        file.event('certificate-expired');
        return { kind: 'approved' };
      case 'ended':
        return turn.outcome;
      case 'decided':
      case 'resubmitted':
      case 'objection':
      case 'item':
      case 'post':
        break;
    }
  }
}

function issue(file: CaseFile, stage: CertificateStage): void {
  const visit = file.enter(stage, 'approved');
  file.push({ kind: 'issue-certificate', validYears: stage.validYears });
  file.leave(visit, 'passed');
  file.event('approved');
  file.event('certificate-issued', { ...visit });
  file.push({ kind: 'move-case', state: 'approved', stage: null, businessState: 'certified', closes: true });
  file.phase = 'in-force';
  // The paper follows; nobody's decision waits for a document to be drawn.
  void renderCertificate({ caseId: file.input.caseId }).then(() => file.messages.post({ kind: 'documentReady' }));
}

/** A proposal with its reason, heard by the one who decides; refused, the certificate stays. */
async function revoked(file: CaseFile, stage: CertificateStage, { actor, remarkId }: Said): Promise<boolean> {
  file.event('revocation-proposed', { actor, remarkId });
  file.push({
    kind: 'notify',
    notification: 'revocation-proposed',
    to: { applicant: true },
    stage: stage.revocation.slug,
  });
  const outcome = await runReview(file, stage.revocation, undefined, 'approved');
  if (outcome.kind !== 'passed') {
    file.event('revocation-refused', { stage: stage.revocation.slug });
    file.push({ kind: 'move-case', state: 'approved', stage: null });
    return false;
  }
  file.push({ kind: 'set-certificate', state: 'revoked' });
  file.push({ kind: 'move-case', state: 'approved', stage: null, businessState: 'revoked', closes: true });
  file.event('certificate-revoked', { stage: stage.revocation.slug });
  file.push({
    kind: 'notify',
    notification: 'certificate-revoked',
    to: { applicant: true },
    stage: stage.revocation.slug,
  });
  return true;
}
