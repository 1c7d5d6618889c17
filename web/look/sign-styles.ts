/**
 * Gives every style element that the page's own scripts make the nonce of the content security policy. antd signs its styles with
 * `csp`, but its scroll lock under dialogs makes two elements of its own without it.
 */
export const signStyles = (nonce: string | undefined): void => {
  if (!nonce) return;
  const create = document.createElement.bind(document);
  document.createElement = (tag: string, options?: ElementCreationOptions) => {
    const element = create(tag, options);
    if (tag.toLowerCase() === 'style') element.nonce = nonce;
    return element;
  };
};
