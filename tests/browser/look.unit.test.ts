/** Every colour that carries words keeps 4.5 : 1 on every ground it stands on, light and dark. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync('web/look/roles.css', 'utf8');
const rolesOf = (selector: string): Record<string, string> => {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{6})/g)].map(([, name, colour]) => [name, colour]),
  );
};

const words = ['ink', 'ink-2', 'soft', 'jade', 'seal', 'amber', 'ok', 'info'];
const grounds = ['ground', 'card', 'aside', 'head'];
const tints = { jade: 'jade-tint', seal: 'seal-tint', amber: 'amber-tint', ok: 'ok-tint', info: 'info-tint' };

it.each([':root', ":root[data-theme='dark']"])('%s', (selector) => {
  const roles = rolesOf(selector);
  const pairs = [
    ...words.flatMap((word) => grounds.map((ground) => [word, ground])),
    ...Object.entries(tints),
    ...['ink', 'soft'].flatMap((word) => Object.values(tints).map((tint) => [word, tint])),
    ['on-jade', 'jade'],
  ];
  const weak = pairs.filter(([word, ground]) => contrast(roles[word!], roles[ground!]) < 4.5);
  expect(weak).toEqual([]);
});

/** WCAG 2.1 contrast ratio. */
function contrast(one = '', other = ''): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
