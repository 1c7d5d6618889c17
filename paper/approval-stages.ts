/** The part of the 审批表 that people sign: each stage with its opinions, who gave them, when, and where the seal goes. */
import { band } from './grid.ts';
import { SEAL, SOFT } from './ink.ts';
import type { Cell, Line, Sheet } from './sheet.ts';

/** One stay of a case in a stage, or a stage to come. */
export interface PrintedStage {
  name: string;
  clause: string;
  /** 第 2 次 where a case came back. */
  round: number;
  /** 同意, 平均 82.5 分, 尚未办理 … */
  result: string | null;
  opinions: PrintedOpinion[];
  /** What happened besides, a line each. */
  notes: string[];
}

export interface PrintedOpinion {
  /** Unit whose opinion it is; its seal goes here. Null where a person signs for themself. */
  unit: string | null;
  /** 乙 代 甲; null while nobody has decided: then it is left to be written by hand. */
  signer: string | null;
  /** 验收, 协调 … where it is not plain. */
  task: string | null;
  verdict: string | null;
  refused: boolean;
  opinion: string | null;
  /** 2026-11-24 19:42; empty while open. */
  at: string;
}

const SEAL_SIZE = 50;

export function drawOpinions(sheet: Sheet, stages: PrintedStage[]): void {
  stages.forEach((stage, index) => {
    const round = stage.round > 1 ? `（第 ${stage.round} 次）` : '';
    const result = stage.result === null ? '' : `　　${stage.result}`;
    band(sheet, `${index + 1}　${stage.name}${round}　${stage.clause}${result}`);
    // Many units sign beside each other.
    const columns = stage.opinions.length > 2 ? 2 : 1;
    const width = sheet.width / columns;
    for (let at = 0; at < stage.opinions.length; at += columns) {
      const cells: Cell[] = Array.from({ length: columns }, (_, column) => {
        const opinion = stage.opinions[at + column];
        return { width, lines: opinion ? opinionLines(sheet, opinion, width) : [] };
      });
      sheet.row(cells);
    }
    if (stage.notes.length > 0) {
      const room = sheet.inside(sheet.width);
      const lines = stage.notes.flatMap((note) => sheet.text(note, room, { size: 8.5, color: SOFT }));
      sheet.row([{ width: sheet.width, lines }]);
    }
  });
}

function opinionLines(sheet: Sheet, opinion: PrintedOpinion, width: number): Line[] {
  const room = sheet.inside(width);
  const who = opinion.unit ?? opinion.signer ?? '';
  const verdict = opinion.verdict ?? '';
  const head = [who, opinion.task].filter(Boolean).join('　');
  const beside = room - sheet.widthOf(verdict, { font: 'serif-bold' }) - 12;
  const names = sheet.text(head, beside, { font: 'serif-bold' });
  const [mark] = sheet.text(verdict, room, {
    font: 'serif-bold',
    align: 'right',
    ...(opinion.refused && { color: SEAL }),
  });
  const lines: Line[] = names.map((line, index) => ({
    height: line.height,
    withNext: true,
    draw(x, y, inner) {
      line.draw(x, y, beside);
      if (index === 0) mark?.draw(x, y, inner);
    },
  }));
  if (opinion.opinion !== null) lines.push(...sheet.text(opinion.opinion, room));
  const last = lines.at(-1);
  if (last) last.withNext = true;
  return [...lines, opinion.unit === null ? signature(sheet, opinion) : sealed(sheet, opinion)];
}

/** Who speaks for themself stands by name above: no seal. */
function signature(sheet: Sheet, { at }: PrintedOpinion): Line {
  return {
    height: 16,
    draw(x, y, width) {
      sheet.text(at, width, { size: 8.5, color: SOFT, align: 'right' })[0]?.draw(x, y, width);
    },
  };
}

/** Signature and date with the unit's seal to be set over them, as seals are. */
function sealed(sheet: Sheet, { signer, at }: PrintedOpinion): Line {
  return {
    height: SEAL_SIZE + 6,
    draw(x, y, width) {
      const centre = { x: x + width - SEAL_SIZE / 2 - 8, y: y + SEAL_SIZE / 2 + 2 };
      sheet.page.lineWidth(0.7).strokeColor(SEAL).dash(2.5, { space: 2.5 });
      sheet.page
        .circle(centre.x, centre.y, SEAL_SIZE / 2)
        .stroke()
        .undash();
      const seal = sheet.text('（盖章）', SEAL_SIZE, { size: 8, color: SEAL, align: 'center' })[0];
      seal?.draw(centre.x - SEAL_SIZE / 2, centre.y - 6, SEAL_SIZE);
      const room = width - SEAL_SIZE - 20;
      const [name] = sheet.text(`签字：${signer ?? '　　　　　　'}`, room, { align: 'right' });
      const [date] = sheet.text(at === '' ? '　　　年　　月　　日' : at, room, { size: 8.5, align: 'right' });
      name?.draw(x, y + 14, room);
      date?.draw(x, y + 32, room);
    },
  };
}
