/**
 * Tidies what Word puts on the clipboard before the editor reads it: its comments, styles and own elements go, its headings become the two
 * that minutes know. What is left is still only read through the editor's schema; nothing here keeps anything out for safety.
 */
export const tidyWordHtml = (html: string): string =>
  html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<!\[(?:if|endif)[^>]*\]?>/gi, '')
    .replaceAll(/<(style|script|xml|title|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<\/?[a-z]+:[a-z]+\b[^>]*>/gi, '')
    .replaceAll(/<[^>]*>/g, (tag) => tag.replaceAll(/\s+on[a-z]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ''))
    // Pictures are not part of minutes, and the editor's reading of them would ask for their files.
    .replaceAll(/<\/?(?:img|svg|picture|object|embed|iframe|video|audio|link|meta|base)\b[^>]*>/gi, '')
    // The cells of a table row become one line with gaps.
    .replaceAll(/<\/(t[dh])\s*>/gi, '　</$1>')
    .replaceAll(/<(\/?)h1\b[^>]*>/gi, '<$1h2>')
    .replaceAll(/<(\/?)h[456]\b[^>]*>/gi, '<$1h3>')
    .replaceAll(/(?:&nbsp;|\u00a0)+/g, ' ')
    // A paragraph that is only a line of space.
    .replaceAll(/<p\b[^>]*>(?:\s|<span\b[^>]*>|<\/span>)*<\/p>/gi, '');
