import type { CSSProperties } from 'react';
import { COLOUR } from './colours.ts';
import type { Tone } from './mail.ts';

/** Colour and class (for dark colours) of words in a tone. */
export function toneOf(tone: Tone): { className: string; style: CSSProperties } {
  switch (tone) {
    case 'late':
      return { className: 'seal', style: { color: COLOUR.seal, fontWeight: 600 } };
    case 'near':
      return { className: 'amber', style: { color: COLOUR.amber, fontWeight: 600 } };
    case 'plain':
      return { className: 'soft', style: { color: COLOUR.soft } };
  }
}
