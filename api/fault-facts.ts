/** A fault as the log may hold it: what failed and where, never the values that were in it (a Prisma message repeats its arguments). */
export function faultFacts(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  // The last line says what was wrong; what stands in quotation marks may be a value.
  const message = (error.message.trim().split('\n').at(-1) ?? '').replaceAll(/(["'`]).*?\1/g, '…').slice(0, 300);
  return {
    name: error.name,
    message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 4 ? { cause: faultFacts(error.cause, depth + 1) } : {}),
  };
}
