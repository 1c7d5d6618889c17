/** Which files are accepted: recognised by their content, and called what they are. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

interface Kind {
  extensions: readonly string[];
  /** Office files are zips: looked into before they are stored. */
  zip: boolean;
}

export const fileKinds: Readonly<Record<string, Kind>> = {
  'application/pdf': { extensions: ['pdf'], zip: false },
  'image/jpeg': { extensions: ['jpg', 'jpeg'], zip: false },
  'image/png': { extensions: ['png'], zip: false },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extensions: ['docx'], zip: true },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extensions: ['xlsx'], zip: true },
};
