/** Brings a field into view and puts the cursor there; a path inside a missing row leads to its table. */
export const goToField = (path: string | undefined): void => {
  if (!path) return;
  const keys = path.split('.');
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const at = keys.slice(0, depth).join('.');
    const found = document.getElementById(`field-${at}`) ?? document.getElementById(`section-${at}`);
    if (!found) continue;
    found.scrollIntoView({ behavior: 'smooth', block: 'center' });
    found.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus({ preventScroll: true });
    return;
  }
};
