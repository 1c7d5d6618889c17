import { createHash } from 'node:crypto';

/** Id of the `file` row that holds the published minutes of a meeting: always the same, so that rendering twice stores one. */
export function minutesFileId(caseId: string): string {
  const hex = createHash('sha256').update(`minutes:${caseId}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
