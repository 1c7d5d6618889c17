/** 审批表: a case with its form and every opinion, as it stands now, to be printed, sealed and filed. Any process, any state. */
import { fieldAt, isPledge, isWide, sayField, sectionsShown } from '../processes/form-view.ts';
import type { FieldSchema, Form } from '../processes/form-view.ts';
import { drawOpinions } from './approval-stages.ts';
import type { PrintedStage } from './approval-stages.ts';
import { band, pairs, table, textIn } from './grid.ts';
import { drawQr, SOFT } from './ink.ts';
import { createSheet } from './sheet.ts';
import type { Sheet } from './sheet.ts';

export interface ApprovalForm {
  process: string;
  number: string;
  title: string;
  office: string;
  plan: string;
  applicant: string;
  unit: string;
  /** 审批中 · 部门会签. */
  state: string;
  /** 2026年11月24日. */
  submittedOn: string;
  printedAt: Date;
  /** 2026-11-24 19:42 */
  printedText: string;
  /** Where the QR code leads: the case's page. */
  caseLink: string;
  form: Form;
  formSchema: FieldSchema;
  files: { name: string; path: string | null }[];
  stages: PrintedStage[];
  /** How the case ended and what has no stage of its own, oldest first. */
  endings: string[];
}

const SHOWN_FILES = 200;

/** A4 pages as PDF. */
export async function approvalFormPdf(form: ApprovalForm): Promise<Buffer> {
  const sheet = createSheet({
    title: `${form.process}审批表 ${form.number}`,
    author: form.office,
    subject: form.title,
    printedAt: form.printedAt,
    foot: `${form.number}　打印时间 ${form.printedText}`,
  });
  drawHead(sheet, form);
  drawFields(sheet, form);
  drawFiles(sheet, form);
  drawOpinions(sheet, form.stages);
  if (form.endings.length > 0) {
    band(sheet, '办理结果');
    sheet.row([{ width: sheet.width, lines: form.endings.flatMap((words) => textIn(sheet, words, sheet.width)) }]);
  }
  return sheet.finish();
}

function drawHead(sheet: Sheet, form: ApprovalForm): void {
  const qr = 62;
  const top = sheet.y;
  drawQr(sheet.page, form.caseLink, { x: sheet.left + sheet.width - qr, y: top, size: qr });
  const room = sheet.width - 2 * (qr + 12);
  const title = `${form.process}审批表`;
  const size = [20, 18, 16, 14].find((each) => sheet.widthOf(title, { size: each, font: 'serif-bold' }) <= room) ?? 12;
  const lines = [
    ...sheet.text(title, room, { size, font: 'serif-bold', align: 'center' }),
    ...sheet.text(`依据《${form.plan}》`, room, { size: 8, color: SOFT, align: 'center' }),
  ];
  let y = top + 4;
  for (const line of lines) {
    line.draw(sheet.left + qr + 12, y, room);
    y += line.height;
  }
  sheet.gap(Math.max(qr, y - top) + 8);
  const number = `编号：${form.number}`;
  const office = sheet.width - sheet.widthOf(number) - 12;
  const [left] = sheet.text(number, sheet.width);
  const [right] = sheet.text(form.office, office, { align: 'right' });
  sheet.flow([
    {
      height: 18,
      draw(x, at, width) {
        left?.draw(x, at, width);
        right?.draw(x + width - office, at, office);
      },
    },
  ]);
  pairs(sheet, [
    ['事项', form.title, true],
    ['申请人', form.applicant, false],
    ['申请单位', form.unit, false],
    ['提交日期', form.submittedOn, false],
    ['当前状态', form.state, false],
  ]);
}

function drawFields(sheet: Sheet, { form, formSchema }: ApprovalForm): void {
  for (const { key, schema, fields } of sectionsShown(formSchema, form)) {
    const values = form[key] as Form;
    band(sheet, schema.title ?? key);
    const plain = fields.filter(([, field]) => field.widget !== 'rows');
    pairs(
      sheet,
      plain.map(([name, field]) => [
        isPledge(field) ? '承诺' : (field.title ?? name),
        sayField(field, values[name]).zh,
        isWide(field),
      ]),
    );
    for (const [name, field] of fields.filter(([, field]) => field.widget === 'rows')) {
      if (fields.length > 1) band(sheet, field.title ?? name, true);
      table(sheet, field, values[name] as Form[]);
    }
  }
}

function drawFiles(sheet: Sheet, { files, formSchema }: ApprovalForm): void {
  if (files.length === 0) return;
  band(sheet, `附件（${files.length} 件）`);
  const lines = files.slice(0, SHOWN_FILES).flatMap(({ name, path }, index) => {
    const slot = path === null ? undefined : fieldAt(formSchema, path)?.title;
    return textIn(sheet, `${index + 1}. ${name}${slot ? `（${slot}）` : ''}`, sheet.width);
  });
  if (files.length > SHOWN_FILES) lines.push(...textIn(sheet, `…… 其余见事项页面`, sheet.width));
  sheet.row([{ width: sheet.width, lines }]);
}
