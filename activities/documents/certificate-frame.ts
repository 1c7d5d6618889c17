type Page = PDFKit.PDFDocument;

const JADE = '#1f5f5b';
const OUTER = 30;
const INNER = 42;
const CORNER = 34;

/** A double frame with a key pattern (回纹) in each corner. */
export function drawFrame(page: Page): void {
  const { width, height } = page.page;
  page.strokeColor(JADE).lineJoin('miter').lineCap('square');
  page
    .lineWidth(2.4)
    .rect(OUTER, OUTER, width - 2 * OUTER, height - 2 * OUTER)
    .stroke();
  page.lineWidth(0.7);
  innerFrame(page);
  for (const right of [false, true]) {
    for (const bottom of [false, true]) {
      page.save();
      page
        .translate(right ? width - INNER : INNER, bottom ? height - INNER : INNER)
        .scale(right ? -1 : 1, bottom ? -1 : 1);
      keyPattern(page);
      page.restore();
    }
  }
}

/** Leaves the corners to the key pattern. */
function innerFrame(page: Page): void {
  const [left, top, right, bottom] = [INNER, INNER, page.page.width - INNER, page.page.height - INNER];
  page
    .moveTo(left + CORNER, top)
    .lineTo(right - CORNER, top)
    .lineTo(right - CORNER, top + CORNER)
    .lineTo(right, top + CORNER)
    .lineTo(right, bottom - CORNER)
    .lineTo(right - CORNER, bottom - CORNER)
    .lineTo(right - CORNER, bottom)
    .lineTo(left + CORNER, bottom)
    .lineTo(left + CORNER, bottom - CORNER)
    .lineTo(left, bottom - CORNER)
    .lineTo(left, top + CORNER)
    .lineTo(left + CORNER, top + CORNER)
    .closePath()
    .stroke();
}

/** A square spiral from the corner inwards. */
function keyPattern(page: Page): void {
  const side = CORNER - 6;
  const gap = side / 5;
  page.lineWidth(1.6).moveTo(0, side).lineTo(0, 0).lineTo(side, 0).lineTo(side, side).lineTo(gap, side);
  page
    .lineTo(gap, gap)
    .lineTo(side - gap, gap)
    .lineTo(side - gap, side - gap)
    .lineTo(2 * gap, side - gap);
  page
    .lineTo(2 * gap, 2 * gap)
    .lineTo(side - 2 * gap, 2 * gap)
    .lineTo(side - 2 * gap, side - 2 * gap)
    .stroke();
}
