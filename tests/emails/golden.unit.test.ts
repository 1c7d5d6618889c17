/** Every mail as a file, so that a reviewer reads it in the diff. */
import { describe, expect, test } from 'vitest';
import { examples } from './examples.ts';

describe.each(Object.entries(examples))('%s', (kind, example) => {
  test('reads as its golden file says', async () => {
    const mail = example();
    await expect(`${mail.subject}\n\n${mail.text}`).toMatchFileSnapshot(`./golden/${kind}.txt`);
    await expect(oneTagALine(mail.html)).toMatchFileSnapshot(`./golden/${kind}.html`);
  });

  test('has a subject that a phone shows whole', () => {
    const { subject } = example();
    expect([...subject].length).toBeLessThanOrEqual(40);
    expect(subject).toMatch(/^【联办】/);
  });

  test('says the same in the plain-text twin: every link of the HTML is there', () => {
    const { html, text } = example();
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(text).toContain(link);
  });
});

/** Golden files show a tag a line; blank spans keep their spaces. */
const oneTagALine = (html: string) => `${html.replace(/></g, '>\n<')}\n`;
