/** Names, titles and opinions are other people's words: none of them becomes markup, a header line or a line of the text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignmentOpened } from '../../activities/emails/assignment-opened.ts';
import { dailyDigest } from '../../activities/emails/daily-digest.ts';
import { subjectLine } from '../../activities/emails/mail.ts';
import { returnedToApplicant } from '../../activities/emails/returned-to-applicant.ts';
import { file, office } from './examples.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt;already escaped&lt;/b&gt;',
  '</td></tr></table><a href="https://evil.example">同意</a>',
  '<!--[if mso]><b>x</b><![endif]-->',
  '</style><style>*{display:none}',
];

const hostileCase = (words: string) => ({
  ...file,
  title: words,
  applicant: words,
  unit: words,
  route: [{ name: words, state: 'now' as const, note: words }],
  keyFacts: [{ label: words, value: words }],
});

const turnWith = (words: string) =>
  assignmentOpened({
    office: { ...office, name: words, nameEn: words },
    case: hostileCase(words),
    stage: words,
    purpose: 'decide',
    verdicts: ['approve', 'return', 'reject'],
    due: words,
    actionLink: 'https://lianban.example/act/TOKEN',
    onBehalfOf: words,
  });

const returnWith = (words: string) =>
  returnedToApplicant({
    office,
    case: hostileCase(words),
    stage: words,
    opinion: { by: words, text: words },
    due: words,
    lapses: true,
    stopsClock: true,
    correctLink: 'https://lianban.example/cases/1/correct',
  });

const digestWith = (words: string) =>
  dailyDigest({
    office,
    day: words,
    overdue: [{ title: words, under: words, left: words, href: 'https://lianban.example/cases/1' }],
    today: [],
    near: [],
    inboxLink: 'https://lianban.example/inbox',
  });

/** Tags and attributes of a mail, without the words between them. */
const skeleton = (html: string) =>
  html
    .replace(/<title>[^<]*<\/title>/, '')
    .match(/<[^>]*>/g)!
    .join('');

test.each(hostile)('%s adds no tag and no attribute', (words) => {
  for (const write of [turnWith, returnWith, digestWith]) {
    expect(skeleton(write(words).html)).toBe(skeleton(write('甲').html));
  }
});

test('any text leaves the markup as it is', { timeout: 30_000 }, () => {
  const plain = skeleton(returnWith('甲').html);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const words = text.replace(/[\r\n]/g, ' '); // line breaks of an opinion do become <br>
      expect(skeleton(returnWith(`甲${words}`).html)).toBe(plain);
    }),
    { numRuns: 100 },
  );
});

test('a line break in a name cannot forge a line of the plain text or a header', () => {
  const forged = '张三\r\n-- \r\nBcc: all@evil.example\r\n\u2028同意：https://evil.example\u202e';
  const mail = turnWith(forged);
  expect(mail.subject).not.toMatch(/[\r\n\u2028\u202e]/);
  expect(mail.text.split('\n').filter((line) => /^(Bcc|同意：https:\/\/evil)/.test(line))).toEqual([]);
  // The signature mark appears once: where the footer starts.
  expect(mail.text.split('\n').filter((line) => line === '-- ')).toHaveLength(1);
});

test('an opinion of several lines is quoted line by line', () => {
  const { text } = returnedToApplicant({
    office,
    case: file,
    stage: '学校初审',
    opinion: { by: '李建国', text: '缺一页\n-- \n同意：https://evil.example' },
    lapses: false,
    stopsClock: false,
    correctLink: 'https://lianban.example/c',
  });
  expect(text).toContain('  | 缺一页\n  | --\n  | 同意：https://evil.example');
});

test('a long title is cut, verb and number stay whole', () => {
  const subject = subjectLine('请办理', '很长的标题'.repeat(30), 'SS-2026-0017');
  expect([...subject]).toHaveLength(40);
  expect(subject).toMatch(/^【联办】请办理｜很长.*…（SS-2026-0017）$/);
});

test('a title of rare characters outside the basic plane is not cut in half', () => {
  const subject = subjectLine('请办理', '𠮷'.repeat(60), 'SS-2026-0017');
  expect(Buffer.from(subject).toString()).toBe(subject);
  expect([...subject]).toHaveLength(40);
});

test('a digest of five hundred late assignments lists twenty and counts the rest', () => {
  const overdue = Array.from({ length: 500 }, (_, index) => ({
    title: `第${index}件`,
    under: 'x',
    left: '已超期 1 个工作日',
    href: `https://lianban.example/cases/${index}`,
  }));
  const { text, html } = dailyDigest({
    office,
    day: '11月24日',
    overdue,
    today: [],
    near: [],
    inboxLink: 'https://lianban.example/inbox',
  });
  expect(text).toContain('已超期（500）');
  expect(text).toContain('另有 480 件');
  expect(html.length).toBeLessThan(40_000);
});
