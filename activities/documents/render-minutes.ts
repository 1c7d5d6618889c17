import { log } from '@temporalio/activity';
import { charactersNotDrawn } from '../../paper/ink.ts';
import type { CaseRules } from '../../processes/case.ts';
import type { MeetingForm } from '../../processes/joint-meeting/form.ts';
import { plainText, type MinutesText } from '../../processes/joint-meeting/minutes-text.ts';
import { shanghaiDate } from '../../processes/shanghai.ts';
import { type DocumentDependencies, PRODUCED } from './produced.ts';
import { minutesFileId } from './minutes-file.ts';
import { minutesPdf } from './minutes-pdf.ts';

/**
 * Draws the published minutes of a meeting and stores them as a file of its case; returns the file's id. Run twice, it stores one. Throws
 * when the minutes are not published, or when database or storage are away.
 */
export async function renderMinutes(
  { prisma, storage, district }: DocumentDependencies,
  { caseId }: { caseId: string },
): Promise<string> {
  const id = minutesFileId(caseId);
  if (await prisma.file.findUnique({ where: { id }, select: { id: true } })) return id;

  const [file, meeting, minutes] = await Promise.all([
    prisma.case.findUniqueOrThrow({ where: { id: caseId } }),
    prisma.meeting.findUniqueOrThrow({ where: { caseId } }),
    prisma.minutes.findFirstOrThrow({ where: { caseId, final: true }, orderBy: { version: 'desc' } }),
  ]);
  const { minutesNumber, publishedAt } = meeting;
  if (!minutesNumber || !publishedAt) throw new Error('the minutes are not published');
  const form = file.form as unknown as MeetingForm;
  const rules = file.rules as unknown as CaseRules;
  const text = minutes.document as unknown as MinutesText;
  const missing = charactersNotDrawn((plainText(text) + file.title).replaceAll(/\s/gu, ''));
  if (missing.length > 0)
    log.warn('the minutes hold characters their font lacks', { number: minutesNumber, missing: missing.length });
  const pdf = await minutesPdf({
    office: district.office.zh,
    number: minutesNumber,
    title: file.title,
    facts: [
      { label: '时间', value: `${sayDate(form.meeting.heldOn)} ${form.meeting.startsAt}` },
      { label: '地点', value: form.meeting.place },
      { label: '主持', value: form.meeting.chair },
      {
        label: '参会单位',
        value: unitNames(rules)
          .map(({ name }) => name)
          .join('、'),
      },
    ],
    text,
    signed: await signatures(prisma, caseId, unitNames(rules)),
    publishedOn: sayDate(shanghaiDate(publishedAt.getTime())),
  });
  // Bytes first: a row never names a file that is not there.
  const storageKey = `minutes/${caseId}.pdf`;
  const { size, sha256 } = await storage.put(storageKey, pdf);
  const name = `会议纪要-${file.number}.pdf`;
  await prisma.file.createMany({
    data: { id, uploadedById: PRODUCED, caseId, name, mime: 'application/pdf', size, sha256, storageKey },
    skipDuplicates: true,
  });
  return id;
}

interface Named {
  unitId: string;
  name: string;
}

function unitNames({ stages }: CaseRules): Named[] {
  const members = stages.find((stage) => stage.kind === 'countersign');
  return (members?.units ?? []).flatMap(({ holder, name }) =>
    holder.kind === 'role' ? [{ unitId: holder.unitId, name: name.zh }] : [],
  );
}

/** 区财政局（12月8日）: the units that agreed in the last round. */
async function signatures(prisma: DocumentDependencies['prisma'], caseId: string, units: Named[]): Promise<string[]> {
  const turns = await prisma.assignment.findMany({
    where: { caseId, stage: 'members', purpose: 'decide', state: 'approved' },
    orderBy: [{ round: 'desc' }, { closedAt: 'asc' }],
  });
  const last = turns[0]?.round;
  return turns
    .filter(({ round }) => round === last)
    .flatMap(({ unitId, closedAt }) => {
      const unit = units.find((each) => each.unitId === unitId);
      if (!unit || !closedAt) return [];
      const [, month, day] = shanghaiDate(closedAt.getTime()).split('-').map(Number);
      return [`${unit.name}（${month}月${day}日）`];
    });
}

function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
