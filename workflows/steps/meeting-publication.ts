import type { CaseOutcome } from '../../processes/case.ts';
import type { CaseFile } from './case-file.ts';
import { tell } from './meeting-drafts.ts';
import { renderMinutes } from './proxies.ts';

/** 印发: the minutes get their number, are drawn as a document and go to the members. */
export async function meetingPublication(file: CaseFile, slug: string): Promise<CaseOutcome> {
  const stage = file.stage(slug, 'publication');
  const visit = file.enter(stage, 'in-review');
  file.push({ kind: 'number-minutes' });
  file.event('minutes-published', { ...visit });
  file.leave(visit, 'passed');
  file.push({ kind: 'move-case', state: 'approved', stage: null, businessState: 'published', closes: true });
  file.phase = 'closed';
  await file.write();
  // The letters carry the document: they follow it.
  await renderMinutes({ caseId: file.input.caseId });
  file.event('minutes-sent', { ...visit });
  tell(file, stage.readers, 'minutes-published', slug);
  return { kind: 'approved' };
}
