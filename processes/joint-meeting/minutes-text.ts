/**
 * The text of minutes as a tree of a few kinds of blocks: what the editor makes, what is kept, shown and printed. There is no HTML to clean
 * or to inject: whatever is pasted from Word becomes these blocks in the editor, and anything else is refused here.
 */
import { z } from 'zod';

const marks = z
  .array(z.strictObject({ type: z.enum(['bold', 'italic', 'underline']) }))
  .max(3)
  .optional();
// oxlint-disable no-control-regex -- control characters are what it looks for
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;
// oxlint-enable no-control-regex
const textNode = z.strictObject({
  type: z.literal('text'),
  text: z
    .string()
    .min(1)
    .max(20_000)
    .refine((text) => !unprintable.test(text), '含有不可见的控制字符 / control characters'),
  marks,
});
const inline = z
  .array(z.union([textNode, z.strictObject({ type: z.literal('hardBreak') })]))
  .max(2000)
  .optional();
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inline });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.int().min(2).max(3) }),
  content: inline,
});

export type Inline =
  | { type: 'text'; text: string; marks?: { type: 'bold' | 'italic' | 'underline' }[] }
  | { type: 'hardBreak' };
export type Block =
  | { type: 'paragraph'; content?: Inline[] }
  | { type: 'heading'; attrs: { level: number }; content?: Inline[] }
  | { type: 'blockquote'; content: Block[] }
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs?: { start?: number }; content: ListItem[] };
export interface ListItem {
  type: 'listItem';
  content: Block[];
}
export interface MinutesText {
  type: 'doc';
  content: Block[];
}

/** Lists and quotations lie at most four deep. */
function blocks(depth: number): z.ZodType<Block[]> {
  const flat = [paragraph, heading] as const;
  if (depth === 0) return z.array(z.union(flat)).min(1).max(2000);
  const within = blocks(depth - 1);
  const items = z
    .array(z.strictObject({ type: z.literal('listItem'), content: within }))
    .min(1)
    .max(500);
  return z
    .array(
      z.union([
        ...flat,
        z.strictObject({ type: z.literal('blockquote'), content: within }),
        z.strictObject({ type: z.literal('bulletList'), content: items }),
        z.strictObject({
          type: z.literal('orderedList'),
          attrs: z.strictObject({ start: z.int().min(0).max(9999).optional(), type: z.null().optional() }).optional(),
          content: items,
        }),
      ]),
    )
    .min(1)
    .max(2000);
}

/** Longest minutes, in characters. */
export const MINUTES_LENGTH = 60_000;

export const minutesText = z
  .strictObject({ type: z.literal('doc'), content: blocks(4) })
  .refine((text) => plainText(text).length <= MINUTES_LENGTH, '纪要过长 / the minutes are too long');

export const emptyMinutes: MinutesText = { type: 'doc', content: [{ type: 'paragraph' }] };

/** The words alone, a line a block; lists with their marks. */
export function plainText({ content }: Pick<MinutesText, 'content'>): string {
  return content.map((block) => linesOf(block, '')).join('\n');
}

export const isBlank = (text: MinutesText): boolean => plainText(text).trim() === '';

function linesOf(block: Block, indent: string): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return indent + wordsOf(block.content);
    case 'blockquote':
      return block.content.map((each) => linesOf(each, `${indent}  `)).join('\n');
    case 'bulletList':
    case 'orderedList': {
      const start = block.type === 'orderedList' ? (block.attrs?.start ?? 1) : 0;
      return block.content
        .map(({ content }, index) => {
          const mark = block.type === 'orderedList' ? `${start + index}. ` : '· ';
          const lines = content.map((each, at) => linesOf(each, at === 0 ? '' : `${indent}  `));
          return indent + mark + lines.join('\n');
        })
        .join('\n');
    }
  }
}

export const wordsOf = (content: Inline[] = []): string =>
  content.map((each) => (each.type === 'text' ? each.text : '\n')).join('');
