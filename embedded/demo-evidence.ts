import PDFDocument from 'pdfkit';
import { exampleCertification } from '../processes/teacher-certification/example.ts';

type Slot = Parameters<Parameters<typeof exampleCertification>[0]>[0];

/** What each slot's file is called. */
const names: Partial<Record<Slot, string>> = {
  idCard: '身份证',
  degree: '学历证书',
  teacherLicence: '教师资格证',
  title: '职称证书',
  qualification: '职业技能等级证书',
  timetable: '近一学年课表',
  practiceProof: '企业实践证明',
  practiceAgreement: '实践协议',
  awards: '获奖证书',
  ethicsProof: '师德考核结果',
};

/** A one-page PDF for each slot that the example form fills. */
export async function evidenceFor(person: string): Promise<{ slot: Slot; file: File }[]> {
  const slots = new Set<Slot>();
  exampleCertification((slot) => {
    slots.add(slot);
    return '';
  });
  return Promise.all(
    [...slots].map(async (slot) => {
      const name = `${names[slot] ?? slot}-${person}.pdf`;
      return { slot, file: new File([await page(slot)], name, { type: 'application/pdf' }) };
    }),
  );
}

/** One page that says it stands for a scanned document. */
export async function page(slot: string): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({ size: 'A4', margin: 72 });
  document.fontSize(20).text(`Demo evidence: ${slot}`).moveDown();
  document.fontSize(11).text('This page stands for a scanned document. It belongs to the demo and to no person.').end();
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
