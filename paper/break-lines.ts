/** Where a text breaks: anywhere between Chinese characters, between words of Latin letters, and never before a closing mark. */
const PIECES = /\r?\n|[\p{Script=Latin}\p{N}.,%@/:_+~#?&=*$-]+ ?|./gsu;
/** 避头: never first on a line. */
const CLOSING = /^[，。、；：？！）》」』】〕”’…—·,.;:?!)\]}%]/u;

/** 避尾: never last on a line. */
const OPENING = /[（《「『【〔“‘([]+$/u;

/** `widthOf` measures a piece; a piece wider than the line is cut. */
export function breakLines(words: string, width: number, widthOf: (piece: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = () => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  /** What opens something goes over with it. */
  const wrap = () => {
    const opening = OPENING.exec(line)?.[0] ?? '';
    if (opening.length < line.length) line = line.slice(0, line.length - opening.length);
    else return end();
    end();
    line = opening;
    used = widthOf(opening);
  };
  for (const piece of words.match(PIECES) ?? []) {
    if (/^\r?\n$/u.test(piece)) {
      end();
      continue;
    }
    // A long number or address is cut where the line ends.
    for (const part of widthOf(piece.trimEnd()) > width ? piece : [piece]) {
      const wide = widthOf(part);
      if (line !== '' && used + widthOf(part.trimEnd()) > width && !(CLOSING.test(part) && part.length === 1)) wrap();
      if (line === '' && part === ' ') continue;
      line += part;
      used += wide;
    }
  }
  if (line !== '' || lines.length === 0) end();
  return lines;
}
