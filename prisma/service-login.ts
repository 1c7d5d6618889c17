import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/**
 * Gives the service a login that owns nothing, on a migrated database, and returns the database's URL with it. The login has the
 * rights of the role `lianban_service` alone. Repeating it sets the password.
 */
export async function serviceLogin(
  ownerUrl: string,
  { name, password }: { name: string; password: string },
): Promise<string> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
    const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(`${verb} ROLE ${escapeIdentifier(name)} LOGIN PASSWORD ${escapeLiteral(password)}`);
    await client.query(`GRANT lianban_service TO ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(name);
  url.password = encodeURIComponent(password);
  return url.href;
}
