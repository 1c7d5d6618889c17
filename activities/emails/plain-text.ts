import type { Block, Letter, Station } from './mail.ts';
import { oneLine } from './mail.ts';

/** The letter without HTML: the same words in the same order, every link spelled out. */
export function plainText(letter: Letter): string {
  const head = [`联办 · ${letter.office.name}`, '', letter.over, letter.heading, letter.under ?? ''].map(oneLine);
  const body = letter.blocks.map((block) => textOf(block).join('\n'));
  const foot = ['-- ', letter.english, letter.because, `本邮件由系统自动发出，请勿回复。${letter.office.name}`].map(
    (line) => (line === '-- ' ? line : oneLine(line)),
  );
  return `${[head.join('\n').trim(), ...body, foot.join('\n')].join('\n\n')}\n`;
}

function textOf(block: Block): string[] {
  switch (block.is) {
    case 'paragraph':
    case 'note':
      return [oneLine(block.text)];
    case 'opinion':
      return [oneLine(block.opinion.by), ...lines(block.opinion.text).map((line) => `  | ${line}`)];
    case 'route':
      return [
        '办理进程',
        ...block.stations.map(
          (station) =>
            `  ${MARK[station.state]} ${oneLine(station.name)}${station.note ? `  ${oneLine(station.note)}` : ''}`,
        ),
      ];
    case 'facts':
      return block.rows.map((row) => `${oneLine(row.label)}：${oneLine(row.value)}`);
    case 'buttons':
      return [oneLine(block.lead), ...block.buttons.map((button) => `  ${oneLine(button.label)}：${button.href}`)];
    case 'link':
      return [`${oneLine(block.label)}：${block.href}`];
    case 'items':
      return [
        oneLine(block.heading),
        ...block.items.flatMap((item) => [
          `  · ${oneLine(item.title)}（${oneLine(item.left)}）`,
          `    ${oneLine(item.under)}`,
          `    ${item.href}`,
        ]),
        ...(block.more ? [`  ${block.more}`] : []),
      ];
  }
}

const MARK: Record<Station['state'], string> = { done: '●', now: '◎', stopped: '×', future: '○' };

const lines = (text: string) => text.split(/\r\n|\r|\n/).map(oneLine);
