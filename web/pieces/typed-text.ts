/** A named text field of a form that the browser keeps, trimmed. */
export const typedText = (typed: FormData, name: string): string => {
  const value = typed.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
