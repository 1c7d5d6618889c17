/** Whether two lines name the same thing: width, case, spaces and punctuation do not tell them apart. */
export const sameItem = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (item: string): string => {
  const letters = item
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  // An item of signs alone has nothing else to go by.
  return letters === '' ? item : letters;
};
