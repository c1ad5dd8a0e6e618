/** The errno of what was thrown by Node (`ENOENT`), or null when it has none. */
export function codeOf(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return null;
  return typeof cause.code === 'string' ? cause.code : null;
}
