/** People signed in as anybody is: over HTTP, with a session cookie. */
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
    const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    const call = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(`${page}/api/v1${path}`, { ...init, headers: { cookie, origin: page, 'content-type': 'application/json' } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    };
    people.set(email, {
      id: ids.get(email) ?? '',
      get: (path) => call(path),
      post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
    });
  }
  return people;
}
