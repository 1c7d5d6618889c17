import { log } from '@temporalio/activity';
import { charactersNotDrawn } from '../../paper/ink.ts';
import { certificateFileId } from './certificate-file.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { checkLink, gradeName, gradeNameEn } from './certificate-words.ts';
import { renderMinutes } from './render-minutes.ts';
import { type DocumentDependencies, PRODUCED } from './produced.ts';

export function createDocumentActivities(dependencies: DocumentDependencies) {
  const { prisma, storage, publicUrl, district } = dependencies;
  return {
    renderMinutes: (meeting: { caseId: string }) => renderMinutes(dependencies, meeting),
    /**
     * Draws the certificate of a case and stores it as a file of the case; returns the file's id. Run twice, it stores one. Throws when
     * the case has no certificate, or when database or storage are away.
     */
    async renderCertificate({ caseId }: { caseId: string }): Promise<string> {
      const certificate = await prisma.certificate.findUniqueOrThrow({ where: { caseId } });
      const id = certificateFileId(certificate.number);
      if (await prisma.file.findUnique({ where: { id }, select: { id: true } })) return id;

      const unit = await prisma.unit.findUniqueOrThrow({ where: { id: certificate.unitId }, select: { name: true } });
      const missing = charactersNotDrawn(certificate.teacherName + unit.name + certificate.subject);
      if (missing.length > 0)
        log.warn('the certificate holds characters its font lacks', {
          number: certificate.number,
          missing: missing.length,
        });
      const pdf = await certificatePdf({
        number: certificate.number,
        holder: certificate.teacherName,
        unit: unit.name,
        grade: gradeName(certificate),
        gradeEn: gradeNameEn(certificate),
        subject: certificate.subject,
        issuedOn: certificate.issuedOn,
        expiresOn: certificate.expiresOn,
        checkLink: checkLink(publicUrl, certificate),
        issuer: district,
      });
      // Bytes first: a row never names a file that is not there.
      const storageKey = `certificates/${certificate.number}.pdf`;
      const { size, sha256 } = await storage.put(storageKey, pdf);
      const name = `双师型教师证书-${certificate.number}.pdf`;
      await prisma.file.createMany({
        data: { id, uploadedById: PRODUCED, caseId, name, mime: 'application/pdf', size, sha256, storageKey },
        skipDuplicates: true,
      });
      return id;
    },
  };
}
