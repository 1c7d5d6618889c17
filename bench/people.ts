/** People signed in as anybody is: over HTTP, with a session cookie. */
import { Agent, request } from 'node:http';
import type { Stack } from './stack.ts';

export interface Person {
  id: string;
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
}

export async function signInEverybody({ page, accounts, prisma }: Stack): Promise<Map<string, Person>> {
  const ids = new Map((await prisma.user.findMany()).map(({ email, id }) => [email, id]));
  const people = new Map<string, Person>();
  for (const { email, password } of accounts) {
    const response = await fetch(`${page}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: page },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`${email}: ${response.status} ${await response.text()}`);
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const headers = { cookie, origin: page, 'content-type': 'application/json' };
    const call = async (method: string, path: string, body?: unknown) =>
      JSON.parse(
        await send(method, `${page}/api/v1${path}`, headers, body === undefined ? '' : JSON.stringify(body)),
      ) as unknown;
    people.set(email, {
      id: ids.get(email) ?? '',
      get: (path) => call('GET', path),
      post: (path, body) => call('POST', path, body),
    });
  }
  return people;
}

const agent = new Agent({ keepAlive: true });

/** Node's own client: `fetch` costs the measuring process half a millisecond of CPU more a call than what it is compared with. */
const send = (method: string, url: string, headers: Record<string, string>, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const call = request(
      url,
      { method, agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('error', reject);
        answer.once('end', () => {
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${method} ${url}: ${answer.statusCode} ${text}`));
        });
      },
    );
    call.once('error', reject);
    call.end(body);
  });
