import { expect, test } from 'vitest';
import { emptyMinutes, isBlank, minutesText, plainText } from '../../processes/joint-meeting/minutes-text.ts';
import { tidyWordHtml } from '../../web/desk/meetings/word-paste.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const words = (text: string, ...marks: string[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const list = (depth: number): unknown =>
  depth === 0
    ? paragraph(words('底'))
    : { type: 'bulletList', content: [item(paragraph(words('层')), list(depth - 1))] };

test('what the editor makes is kept as it is and reads as plain text', () => {
  const text = doc(
    { type: 'heading', attrs: { level: 2 }, content: [words('一、关于基金')] },
    paragraph(
      words('会议', 'bold'),
      words('议定', 'bold', 'underline'),
      { type: 'hardBreak' },
      words('如下。', 'italic'),
    ),
    {
      type: 'orderedList',
      attrs: { start: 3, type: null },
      content: [item(paragraph(words('甲')), list(1)), item(paragraph(words('乙')))],
    },
    { type: 'blockquote', content: [paragraph(words('引文'))] },
    { type: 'paragraph' },
  );
  const parsed = minutesText.parse(text);
  expect(parsed).toEqual(text);
  expect(plainText(parsed)).toBe('一、关于基金\n会议议定\n如下。\n3. 甲\n  · 层\n    底\n4. 乙\n  引文\n');
  expect(isBlank(parsed)).toBe(false);
  expect(isBlank(emptyMinutes)).toBe(true);
});

test.each<[string, unknown]>([
  ['an image', doc({ type: 'image', attrs: { src: 'x' } })],
  ['a link', doc(paragraph({ ...words('x'), marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }))],
  ['a style', doc({ type: 'paragraph', attrs: { style: 'x' } })],
  ['raw html', doc({ type: 'html', html: '<script>1</script>' })],
  ['a heading of another level', doc({ type: 'heading', attrs: { level: 1 } })],
  ['a mark of another kind', doc(paragraph(words('x', 'code')))],
  ['marks beyond number', doc(paragraph(words('x', 'bold', 'bold', 'bold', 'bold')))],
  ['text that is none', doc(paragraph({ type: 'text', text: 42 }))],
  ['an empty text', doc(paragraph(words('')))],
  ['characters that turn the writing', doc(paragraph(words('\u202eabc')))],
  ['half a character', doc(paragraph(words('\ud800')))],
  ['lists without end', doc(list(6))],
  ['nothing', doc()],
  ['no document', []],
  ['more than fits', doc(paragraph(words('长'.repeat(20_001))))],
  ['more than fits in all', doc(...Array.from({ length: 4 }, () => paragraph(words('长'.repeat(20_000)))))],
])('refused: %s', (_, text) => {
  expect(minutesText.safeParse(text).success).toBe(false);
});

test('what Word puts on the clipboard is tidied before it is read', () => {
  const word =
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {color:red} --></style></head><body>` +
    `<!--StartFragment--><h1 style='x'>一、标题<o:p></o:p></h1><h4 onclick='alert(1)' class=x onmouseover=alert(2)>小标题</h4>` +
    `<p class=MsoNormal><b>会议</b>议定<img src=x onerror="alert(1)"></p><p class=MsoNormal><span>&nbsp;</span></p>` +
    `<p class=MsoListParagraph><![if !supportLists]><span>1.<span>&nbsp;&nbsp; </span></span><![endif]>安排资金</p>` +
    `<table><tr><td>单位</td><td>职责</td></tr></table><script>alert(1)</script><!--EndFragment--></body></html>`;
  const tidied = tidyWordHtml(word);
  expect(tidied).toContain('<h2>一、标题</h2><h3>小标题</h3>');
  expect(tidied).toContain('<span>1.<span>  </span></span>安排资金');
  expect(tidied).toContain('<td>单位　</td><td>职责　</td>');
  for (const gone of [
    'mso',
    'o:p',
    'style>',
    'script',
    'onerror',
    'onclick',
    'onmouseover',
    '<!',
    '&nbsp;',
    '<p class=MsoNormal><span>',
  ])
    expect(tidied).not.toContain(gone);
});
