/** Names under which PostgreSQL keeps prepared statements: planned once a connection instead of at every call. */

/** A connection keeps each for its life, so there is an end to them; the service's own are some two hundred. */
const MOST = 500;

/**
 * Gives each text its name. Empty, which to the driver means "plan it this time only", for a text seen for the first time (a list's
 * filters make many that never come again) and for all new ones when there are enough.
 */
export function statementNames(): (sql: string) => string {
  const seen = new Set<string>();
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (!seen.delete(sql)) {
      if (seen.size >= MOST) seen.clear();
      seen.add(sql);
      return '';
    }
    if (names.size >= MOST) return '';
    const name = `s${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
