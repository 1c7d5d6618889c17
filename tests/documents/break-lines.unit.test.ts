import { expect, test } from 'vitest';
import { breakLines } from '../../paper/break-lines.ts';

/** Every character as wide as one, Latin half. */
const widthOf = (piece: string) => [...piece].reduce((sum, each) => sum + (each.charCodeAt(0) < 256 ? 0.5 : 1), 0);
const broken = (words: string, width: number) => breakLines(words, width, widthOf);

test('Chinese breaks anywhere, words and numbers stay whole', () => {
  expect(broken('材料齐全同意上报', 4)).toEqual(['材料齐全', '同意上报']);
  expect(broken('共 1,200,000.00 元整', 6)).toEqual(['共', '1,200,000.00', '元整']);
});

test('no line starts with a closing mark or ends with an opening one', () => {
  expect(broken('材料齐全，同意', 4)).toEqual(['材料齐全，', '同意']);
  expect(broken('教师总数（人）', 5)).toEqual(['教师总数', '（人）']);
});

test('line breaks are kept, an empty text is one empty line, what fits no line is cut', () => {
  expect(broken('一\n\n二', 5)).toEqual(['一', '', '二']);
  expect(broken('', 5)).toEqual(['']);
  expect(broken('ABCDEFGHIJ', 2)).toEqual(['ABCD', 'EFGH', 'IJ']);
});
