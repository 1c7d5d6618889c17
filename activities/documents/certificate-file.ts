import { createHash } from 'node:crypto';

/** Id of the `file` row that holds a certificate's PDF: always the same for a number, so that rendering twice stores one. */
export function certificateFileId(number: string): string {
  const hex = createHash('sha256').update(`certificate:${number}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
