/** A file that the API makes on being asked (a spreadsheet), saved under the name the API gives it. */
import { ProblemError } from '../../../api/contract/client.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import type { Language } from '../../words/language.ts';

/** Throws ProblemError with what the server said: a link would leave the page for the refusal. */
export async function saveFile(url: string, language: Language, body?: unknown): Promise<string> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'Accept-Language': language === 'en' ? 'en' : 'zh-CN',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ProblemError({ type: 'about:blank', status: 0, title: '', detail: '', code: 'Unreachable' });
  });
  if (!response.ok) throw new ProblemError((await response.json()) as Problem);
  const name = fileName(response.headers.get('Content-Disposition'));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address when it starts to save, a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return name;
}

/** RFC 6266: `filename*` has the name in UTF-8, `filename` what ASCII can show of it. */
export function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
  try {
    return encoded ? decodeURIComponent(encoded) : (plain ?? 'file');
  } catch {
    return plain ?? 'file';
  }
}
